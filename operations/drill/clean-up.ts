import type { AzureSession } from "./azure-session";
import { cleanUpMachines, whatIsLeft } from "./clean-up-machines";
import type { CleanupOptions } from "./clean-up-options";
import { isoTime } from "./drill-environment";
import { endRunningJob, waitForCleanup } from "./end-running-jobs";
import type { CleanupEvidence, TimelineEntry } from "./evidence";
import { followJob } from "./follow-job";
import { jobErrors, wentWell } from "./job-progress";
import { awaitsCleanup, isTidy, type ProtectedMachine } from "./protected-machine";
import { readTarget } from "./read-target";
import { startCleanup } from "./start-test-failover";
import type { TargetAddress } from "./target";

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
      await cleanUpMachines(azure, machines, options, deadline);
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
