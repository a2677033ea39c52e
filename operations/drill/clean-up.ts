import type { Job } from "@azure/arm-recoveryservices-siterecovery";
import type { DrillClock } from "./drill-environment";
import { isoTime } from "./drill-environment";
import { inParallel, type AzureSession } from "./azure-session";
import type { CleanupEvidence, TimelineEntry } from "./evidence";
import { followJob } from "./follow-job";
import { hasEnded, jobErrors, wentWell } from "./job-progress";
import { awaitsCleanup, isTidy, protectedMachineOf, type ProtectedMachine } from "./protected-machine";
import { readItem, readTarget } from "./read-target";
import { cleanUpMachine, startCleanup } from "./start-test-failover";
import type { TargetAddress } from "./target";
import { currentJob } from "./target-operation";
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
 * Leaves a plan or machine as if it had never been drilled: ends a test failover that is under way, cleans up the whole and
 * then every item that still needs it, and looks whether all is gone. Safe to repeat.
 */
export async function cleanUp(
  azure: AzureSession,
  address: TargetAddress,
  options: CleanupOptions,
): Promise<CleanupResult> {
  const { clock, notes, onProgress } = options;
  const startedAt = clock.now();
  const deadline = startedAt + options.timeoutMinutes * 60_000;
  const left: string[] = [];
  let jobId: string | null = null;
  let cleaned: readonly ProtectedMachine[] = [];
  // By the service's clock where it tells, so that the entry lies on one timeline with those of the job.
  let begun = startedAt;
  let shift = 0;
  try {
    await waitForCleanup(azure, address, options, deadline);
    const running = await endRunningJob(azure, address, options, deadline);
    if (running !== undefined) left.push(running);
    const { machines, awaitsCleanup: isPending } = await readTarget(azure, address);
    cleaned = machines;
    if (!isPending && machines.every(isTidy) && running === undefined) {
      const status = "not-needed";
      return { status, jobId, startedAt: null, endedAt: null, notes, left: [], timeline: [] };
    }
    if (isPending || machines.some(awaitsCleanup)) {
      onProgress(
        `${address.kind === "plan" ? "" : `${cleaned[0]?.name ?? address.name}: `}Cleaning up the test failover.`,
      );
      const started = await startCleanup(azure, address, notes);
      if ("jobId" in started) {
        jobId = started.jobId;
        const followed = await followJob(azure, address.vault, jobId, { ...options, deadline });
        const { job } = followed;
        begun = job?.properties?.startTime?.getTime() ?? begun;
        shift = (job?.properties?.endTime?.getTime() ?? clock.now()) - clock.now();
        if (followed.end !== "ended" || !wentWell(followed.job)) {
          onProgress(
            `The clean-up of ${address.name} did not succeed (${job?.properties?.state ?? followed.end}${job ? `: ${jobErrors(job).join("; ")}` : ""}); trying machine by machine.`,
          );
        }
      } else onProgress(`${address.name} cannot be cleaned up as one: ${started.failure.message}`);
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
        name:
          cleaned.length === 1
            ? `Clean-up of ${cleaned[0]?.name ?? ""}`
            : `Clean-up of ${cleaned.length} machines`,
        group: null,
        startedAt: isoTime(begun),
        endedAt: isoTime(Math.max(begun, endedAt + shift)),
        state: status,
      },
    ],
  };
}

/** The clean-ups of several targets as that of the whole drill. */
export function together(results: readonly CleanupResult[]): CleanupResult {
  const [first, ...others] = results;
  if (first === undefined) throw new Error("A clean-up of nothing.");
  if (others.length === 0) return first;
  const worstFirst = ["incomplete", "kept", "done", "not-needed"] as const;
  const times = (which: "startedAt" | "endedAt") => results.flatMap((each) => each[which] ?? []).sort();
  return {
    status: worstFirst.find((status) => results.some((each) => each.status === status)) ?? first.status,
    jobId: null,
    startedAt: times("startedAt")[0] ?? null,
    endedAt: times("endedAt").at(-1) ?? null,
    notes: [...new Set(results.map(({ notes }) => notes))].join(" "),
    left: results.flatMap(({ left }) => left),
    timeline: results.flatMap(({ timeline }) => timeline),
  };
}

/** Waits for a clean-up that somebody else began, a drill that was killed, for example. */
async function waitForCleanup(
  azure: AzureSession,
  address: TargetAddress,
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
  address: TargetAddress,
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
    options.onProgress(`${machine.name}: cleaning up.`);
    const started = await azure.attempt(() => cleanUpMachine(azure, machine.itemId, options.notes));
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
