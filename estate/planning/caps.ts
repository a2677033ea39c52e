import type { Edition } from "../../limits/editions";
import type { Disk, Machine } from "../../limits/facts/machine";
import type { Judge } from "../../limits/judge";
import { loadMatrix } from "../../limits/matrix/load";
import type { Limit } from "../../limits/matrix/schema";
import { numberOf, recordsOf } from "../../limits/rules/rule";
import { churnOfDisk, replicatedDisksOf } from "./planned-churn";

/** A documented cap that a plan keeps to, with where it comes from. */
export interface Cap {
  readonly value: number;
  readonly limit: Limit;
  /** `at most 100 machines (edition current, "…", section "…")`. */
  readonly text: string;
}

/**
 * Machines of one recovery plan. Where the edition names no number, the smallest that any edition names for
 * the scenario: a plan may be more careful than its edition asks.
 */
export function machinesPerRecoveryPlan(judge: Judge): Cap | undefined {
  const id = "recovery-plan.max-machines";
  const own = judge.context.limits.find(id);
  const limit =
    own ??
    smallest(
      loadMatrix().filter((other) => other.id === id && other.scenarios.includes(judge.scope.scenario)),
    );
  if (limit === undefined) return undefined;
  const value = numberOf(limit);
  const borrowed = own === undefined ? `; edition ${judge.scope.edition} names no number` : "";
  return {
    value,
    limit,
    text: `at most ${value} machines in a recovery plan (${sourceOf(limit)}${borrowed})`,
  };
}

/** Protected disks of one subscription, hence of one landing zone. */
export function disksPerSubscription(judge: Judge): Cap | undefined {
  const { edition, scenario } = judge.scope;
  const limit = loadMatrix().find(
    (other) =>
      other.edition === edition &&
      other.scenarios.includes(scenario) &&
      other.ledger.includes("disk.subscription.max-protected") &&
      typeof other.value === "number",
  );
  return limit === undefined
    ? undefined
    : {
        value: numberOf(limit),
        limit,
        text: `at most ${numberOf(limit)} protected disks in a subscription (${sourceOf(limit)})`,
      };
}

/** How much of one cache account a machine's disks take, as a share of 1. */
export interface CacheShare {
  readonly shareOf: (machine: Machine) => number;
  readonly limit: Limit;
  readonly text: string;
}

/**
 * Disks of one cache account by their churn. A disk whose churn is not known counts as one with the highest
 * documented churn.
 */
export function cacheShare(judge: Judge, kind: string, growthPercent: number): CacheShare | undefined {
  const limit = judge.context.limits.find("azure-storage.cache.max-disks");
  if (limit === undefined) return undefined;
  const rows = recordsOf(limit)
    .flatMap(({ kind: rowKind, churnMBps, disks }) =>
      rowKind === kind && typeof churnMBps === "number" && typeof disks === "number"
        ? [{ churnMBps, disks }]
        : [],
    )
    .sort((a, b) => a.churnMBps - b.churnMBps);
  const last = rows.at(-1);
  if (last === undefined) return undefined;
  const shareOfDisk = (disk: Disk): number => {
    const average = churnOfDisk(disk, growthPercent).averageMBps;
    const row = average === undefined ? last : (rows.find(({ churnMBps }) => average <= churnMBps) ?? last);
    return 1 / row.disks;
  };
  return {
    limit,
    shareOf: (machine) => replicatedDisksOf(machine).reduce((sum, disk) => sum + shareOfDisk(disk), 0),
    text: `at most ${rows
      .map(({ churnMBps, disks }) => `${disks} disks of ${churnMBps} MB/s`)
      .join(
        " or ",
      )} churn each on a cache account of kind ${kind} (${sourceOf(limit)}); a disk of unknown churn counts as one of the highest`,
  };
}

function smallest(limits: readonly Limit[]): Limit | undefined {
  return [...limits].sort((a, b) => numberOf(a) - numberOf(b))[0];
}

/** `edition current, "…", section "…"`. */
export function sourceOf({
  edition,
  source,
}: {
  readonly edition: Edition;
  readonly source: Limit["source"];
}): string {
  return `edition ${edition}, "${source.document}", section "${source.section}"`;
}
