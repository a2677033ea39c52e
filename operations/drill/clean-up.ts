import type { Job } from "@azure/arm-recoveryservices-siterecovery";
import type { DrillClock } from "./drill-environment";
import { isoTime } from "./drill-environment";
import { inParallel, type AzureSession } from "./azure-session";
import { itemAddress, readItem, readPlan, type PlanAddress } from "./drill-plan";
import type { CleanupEvidence, TimelineEntry } from "./evidence";
import { followJob } from "./follow-job";
import { hasEnded, jobErrors, wentWell } from "./job-progress";
import { currentJob } from "./plan-operation";
import { awaitsCleanup, isTidy, protectedMachineOf, type ProtectedMachine } from "./protected-machine";
import { startCleanup } from "./start-test-failover";
import { findTestMachine } from "./test-machine";

const width = 8;

export interface CleanupOptions {
  readonly clock: DrillClock;
  readonly pollSeconds: number;
  readonly timeoutMinutes: number;
  readonly notes: string;
  readonly onProgress: (line: string) => void;
  /** A job of the test failover that is still under way is cancelled at once; default: waited for. */
  readonly cancelRunning?: boolean;
}

/** How a clean-up went; `timeline` is what belongs into the drill's. */
export interface CleanupResult extends CleanupEvidence {
  readonly timeline: readonly TimelineEntry[];
}

/**
 * Leaves a plan as if it had never been drilled: ends a test failover that is under way, cleans up the plan and then
 * every item that still needs it, and looks whether all is gone. Safe to repeat.
 */
export async function cleanUp(
  azure: AzureSession,
  address: PlanAddress,
  options: CleanupOptions,
): Promise<CleanupResult> {
  const { clock, notes, onProgress } = options;
  const startedAt = clock.now();
  const deadline = startedAt + options.timeoutMinutes * 60_000;
  const left: string[] = [];
  let jobId: string | null = null;
  let count = 0;
  // By the service's clock where it tells, so that the entry lies on one timeline with those of the job.
  let begun = startedAt;
  let shift = 0;
  try {
    await waitForCleanup(azure, address, options, deadline);
    const running = await endRunningJob(azure, address, options, deadline);
    if (running !== undefined) left.push(running);
    const { plan, machines } = await readPlan(azure, address);
    count = machines.length;
    const isPending = plan.properties?.allowedOperations?.includes("TestFailoverCleanup") === true;
    if (!isPending && machines.every(isTidy) && running === undefined) {
      const status = "not-needed";
      return { status, jobId, startedAt: null, endedAt: null, notes, left: [], timeline: [] };
    }
    if (isPending || machines.some(awaitsCleanup)) {
      onProgress("Cleaning up the test failover.");
      const started = await startCleanup(azure, address, notes);
      if ("jobId" in started) {
        jobId = started.jobId;
        const followed = await followJob(azure, address.vault, jobId, { ...options, deadline });
        const { job } = followed;
        begun = job?.properties?.startTime?.getTime() ?? begun;
        shift = (job?.properties?.endTime?.getTime() ?? clock.now()) - clock.now();
        if (followed.end !== "ended" || !wentWell(followed.job)) {
          onProgress(
            `The clean-up of the plan did not succeed (${job?.properties?.state ?? followed.end}${job ? `: ${jobErrors(job).join("; ")}` : ""}); cleaning up its machines one by one.`,
          );
        }
      } else onProgress(`The plan cannot be cleaned up as one: ${started.failure.message}`);
      await cleanUpItems(azure, machines, options, deadline);
    }
    left.push(...(await whatIsLeft(azure, machines, options, deadline)));
  } catch (error) {
    left.push(`unknown: ${error instanceof Error ? error.message : String(error)}`);
  }
  const endedAt = clock.now();
  const status = left.length === 0 ? "done" : "incomplete";
  onProgress(status === "done" ? "Cleaned up: nothing is left." : `Not cleaned up: ${left.join("; ")}.`);
  return {
    status,
    jobId,
    startedAt: isoTime(startedAt),
    endedAt: isoTime(endedAt),
    notes,
    left,
    timeline: [
      {
        kind: "cleanup",
        name: `Clean-up of ${count} machine${count === 1 ? "" : "s"}`,
        group: null,
        startedAt: isoTime(begun),
        endedAt: isoTime(Math.max(begun, endedAt + shift)),
        state: status,
      },
    ],
  };
}

/** Waits for a clean-up that somebody else began, a drill that was killed, for example. */
async function waitForCleanup(
  azure: AzureSession,
  address: PlanAddress,
  { clock, pollSeconds, onProgress }: CleanupOptions,
  deadline: number,
): Promise<void> {
  const jobId = await currentJob(azure, address, "TestFailoverCleanup");
  if (jobId === undefined) return;
  let isSaid = false;
  const onJob = (job: Job): void => {
    if (!isSaid && !hasEnded(job)) onProgress("A clean-up is already under way: waiting for it to end.");
    isSaid = true;
  };
  await followJob(azure, address.vault, jobId, { clock, pollSeconds, deadline, onJob });
}

/** Waits for a test failover that is under way, or cancels it; a line where it did not end. */
async function endRunningJob(
  azure: AzureSession,
  address: PlanAddress,
  options: CleanupOptions,
  deadline: number,
): Promise<string | undefined> {
  const jobId = await currentJob(azure, address, "TestFailover");
  if (jobId === undefined) return undefined;
  const { vault } = address;
  const { clock, pollSeconds, onProgress } = options;
  const name = jobId.split("/").at(-1) ?? jobId;
  const jobs = async () =>
    azure.find((connection) =>
      connection
        .siteRecovery(vault.subscriptionId)
        .replicationJobs.get(vault.vaultName, vault.resourceGroupName, name),
    );
  const job = await jobs();
  if (job === undefined || hasEnded(job)) return undefined;
  if (options.cancelRunning !== true) {
    onProgress("A test failover is still under way: waiting for it to end.");
    const followed = await followJob(azure, vault, jobId, { clock, pollSeconds, deadline });
    if (followed.end === "ended") return undefined;
  }
  onProgress("Cancelling the job of the test failover.");
  const cancelled = await azure.attempt((connection) =>
    connection
      .siteRecovery(vault.subscriptionId)
      .replicationJobs.beginCancel(vault.vaultName, vault.resourceGroupName, name),
  );
  if ("failure" in cancelled) onProgress(`It cannot be cancelled: ${cancelled.failure.message}`);
  // Azure may take a while to stop; a job that cannot be cancelled may still end by itself.
  const until = Math.max(deadline, clock.now() + pollSeconds * 1000);
  const followed = await followJob(azure, vault, jobId, { clock, pollSeconds, deadline: until });
  return followed.end === "ended" ? undefined : `the job ${name} of the test failover is still under way`;
}

/** What the plan's clean-up left, machine by machine. */
async function cleanUpItems(
  azure: AzureSession,
  before: readonly ProtectedMachine[],
  options: CleanupOptions,
  deadline: number,
): Promise<void> {
  const now = await refreshed(azure, before);
  for (const machine of now.filter(awaitsCleanup)) {
    const { vault, fabric, container, item } = itemAddress(machine.itemId);
    options.onProgress(`${machine.name}: cleaning up.`);
    const started = await azure.attempt((connection) =>
      connection
        .siteRecovery(vault.subscriptionId)
        .replicationProtectedItems.beginTestFailoverCleanup(
          vault.vaultName,
          vault.resourceGroupName,
          fabric,
          container,
          item,
          { properties: { comments: options.notes } },
        ),
    );
    if ("failure" in started) options.onProgress(`${machine.name}: ${started.failure.message}`);
    for (;;) {
      const [item = machine] = await refreshed(azure, [machine]);
      if (!awaitsCleanup(item) || options.clock.now() >= deadline) break;
      if ("failure" in started) break;
      await options.clock.wait(options.pollSeconds * 1000);
    }
  }
}

/** Waits until the service has tidied up, which it does in its own time after the job; lines for what stays. */
async function whatIsLeft(
  azure: AzureSession,
  before: readonly ProtectedMachine[],
  { clock, pollSeconds }: CleanupOptions,
  deadline: number,
): Promise<readonly string[]> {
  for (;;) {
    const now = await refreshed(azure, before);
    const untidy = now.filter((machine) => !isTidy(machine));
    const tests = await inParallel(before, width, async (machine) => ({
      machine,
      test: await findTestMachine(azure, machine).catch(() => undefined),
    }));
    const left = [
      ...untidy.map(
        ({ name, testFailoverState }) =>
          `${name}: ${testFailoverState || "its test failover awaits clean-up"}`,
      ),
      ...tests.flatMap(({ test }) => (test === undefined ? [] : [`the virtual machine ${test.id}`])),
    ];
    // Only what goes by itself is worth waiting for.
    const goes = untidy.every(({ testFailoverState }) => testFailoverState === "MarkedForDeletion");
    if (left.length === 0 || !goes || clock.now() >= deadline) return left;
    await clock.wait(pollSeconds * 1000);
  }
}

async function refreshed(
  azure: AzureSession,
  machines: readonly ProtectedMachine[],
): Promise<readonly ProtectedMachine[]> {
  return inParallel(machines, width, async ({ itemId, group }) =>
    protectedMachineOf(await readItem(azure, itemId), group),
  );
}
