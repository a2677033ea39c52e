import type { CheckedVault, LivePlan } from "./checked-vault";
import { jobsOf, type LiveJob } from "./jobs";

/** When a recovery plan was last proven. */
export interface DrillRecord {
  /** The newest test failover of the plan, or of all of its machines one by one, that ended well. */
  readonly lastSuccess?: { readonly at: Date; readonly by: "plan" | "machines"; readonly jobId?: string };
  /** The newest one that failed, where it is newer than the last success. */
  readonly lastFailure?: { readonly at: Date; readonly jobId: string };
}

/** Drills of every plan by its id, from the vault's jobs and what its items remember. */
export function drillsOf(vault: CheckedVault): ReadonlyMap<string, DrillRecord> {
  const tests = jobsOf(vault.snapshot).filter(({ scenario }) => scenario.toLowerCase() === "testfailover");
  return new Map(vault.plans.map((plan) => [plan.id, drillOf(plan, tests, vault)]));
}

function drillOf(plan: LivePlan, tests: readonly LiveJob[], vault: CheckedVault): DrillRecord {
  const own = tests.filter((job) => isOf(job, plan));
  const success = own.filter(({ state }) => /^(?:succeeded|completedwithinformation)$/i.test(state)).at(-1);
  const failure = own.filter(({ state }) => /^(?:failed|partiallysucceeded)$/i.test(state)).at(-1);
  const byMachines = allMachinesTested(plan, vault);
  const byPlan = success?.endedAt ?? success?.startedAt;
  const lastSuccess =
    byPlan !== undefined && success !== undefined && (byMachines === undefined || byPlan >= byMachines)
      ? { at: byPlan, by: "plan" as const, jobId: success.id }
      : byMachines === undefined
        ? undefined
        : { at: byMachines, by: "machines" as const };
  const failedAt = failure?.endedAt ?? failure?.startedAt;
  return {
    ...(lastSuccess === undefined ? {} : { lastSuccess }),
    ...(failure === undefined ||
    failedAt === undefined ||
    (lastSuccess !== undefined && lastSuccess.at >= failedAt)
      ? {}
      : { lastFailure: { at: failedAt, jobId: failure.id } }),
  };
}

function isOf({ targetName, targetKind }: LiveJob, { name, id }: LivePlan): boolean {
  if (targetKind !== undefined && !/plan/i.test(targetKind)) return false;
  const own = [name, id.split("/").at(-1) ?? ""].map((text) => text.toLowerCase());
  return targetName !== undefined && own.includes(targetName.toLowerCase());
}

/** The day on which the last of the plan's machines had been tested; undefined where one never was. */
function allMachinesTested(plan: LivePlan, { machineById }: CheckedVault): Date | undefined {
  let oldest: Date | undefined;
  for (const id of plan.itemIds) {
    const tested = machineById.get(id)?.lastSuccessfulTestFailover;
    if (tested === undefined) return undefined;
    if (oldest === undefined || tested < oldest) oldest = tested;
  }
  return oldest;
}
