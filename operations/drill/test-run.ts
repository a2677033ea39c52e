import { counted } from "../../limits/counted";
import type { Job } from "@azure/arm-recoveryservices-siterecovery";
import { inParallel, type AzureSession } from "./azure-session";
import type { DrillEnvironment } from "./drill-environment";
import { drillDefaults, type DrillRequest } from "./drill-request";
import type { MachineEvidence } from "./evidence";
import { followJob, type Followed } from "./follow-job";
import { jobErrors, manualStep, waitsForPerson, wentWell } from "./job-progress";
import { JobReporter } from "./job-reporter";
import { completeManualAction } from "./manual-action";
import { MachineWatch, type WatchedMachine } from "./machine-watch";
import { measureMachine, type MeasuredRun, type StartedJob } from "./measure";
import type { DrillTarget } from "./read-target";
import { recoveryPointUsed } from "./recovery-point-used";
import { startTestFailover } from "./start-test-failover";

const width = 8;

/** What the test failover of one target came to. */
export interface TestRun extends MeasuredRun {
  readonly target: DrillTarget;
  readonly jobId: string | undefined;
  readonly reasons: readonly string[];
  /** The test failover has come to its end by itself. */
  readonly hasEnded: boolean;
  /** Nothing was begun. */
  readonly wasSkipped?: boolean;
}

/** Starts and follows the test failover of a target; never throws, because what was started has to be cleaned up. */
export async function runTest(
  azure: AzureSession,
  target: DrillTarget,
  networkId: string,
  request: DrillRequest,
  { clock, onProgress, signal }: DrillEnvironment,
): Promise<TestRun> {
  const { address, machines } = target;
  const pollSeconds = request.pollSeconds ?? drillDefaults.pollSeconds;
  const requestedAt = clock.now();
  const deadline = requestedAt + (request.timeoutMinutes ?? drillDefaults.timeoutMinutes) * 60_000;
  const ending = new AbortController();
  const stop = signal === undefined ? ending.signal : AbortSignal.any([signal, ending.signal]);
  const watch = new MachineWatch(machines, {
    azure,
    clock,
    signal: stop,
    probes: request.probes,
    onProgress,
  });
  let job: Job | undefined;
  let jobId: string | undefined;
  let seenEndedAt: number | undefined;
  const failed = (reason: string): TestRun => ({
    target,
    job,
    jobId,
    requestedAt,
    seenEndedAt,
    machines: notTested(target, request, requestedAt),
    reasons: [said(target, reason)],
    hasEnded: false,
  });
  try {
    onProgress(
      address.kind === "plan"
        ? `Starting the test failover of ${counted(machines.length, "machine")}.`
        : `${target.name}: starting the test failover.`,
    );
    const started = await startTestFailover(azure, target, networkId);
    if ("failure" in started) return failed(`The test failover did not start: ${started.failure.message}`);
    jobId = started.jobId;
    const reporter = new JobReporter(onProgress, prefixOf(target));
    const completed = new Set<string>();
    const followed = await followJob(azure, address.vault, jobId, {
      clock,
      pollSeconds,
      deadline,
      signal,
      onJob: async (read) => {
        job = read;
        reporter.look(read);
        watch.look(read);
        if (request.completeManualActions === true) {
          await completeManualAction(azure, address.vault, read, completed, onProgress);
        }
      },
    });
    if (followed.end === "ended") seenEndedAt = clock.now();
    else ending.abort();
    const watched = followed.end === "ended" ? await watch.finish(followed.job) : await watch.seen();
    job = followed.job ?? job;
    return {
      target,
      job,
      jobId,
      requestedAt,
      seenEndedAt,
      machines: await measured(azure, target, { job, requestedAt }, watched, request),
      reasons: followReasons(followed, request).map((reason) => said(target, reason)),
      hasEnded: followed.end === "ended",
    };
  } catch (error) {
    ending.abort();
    return failed(`The drill broke off: ${error instanceof Error ? error.message : String(error)}`);
  }
}

/** A target whose turn did not come. */
export function skippedRun(target: DrillTarget, request: DrillRequest, requestedAt: number): TestRun {
  return {
    target,
    job: undefined,
    jobId: undefined,
    requestedAt,
    seenEndedAt: undefined,
    machines: notTested(target, request, requestedAt),
    reasons: [said(target, "Stopped before its test failover was started.")],
    hasEnded: false,
    wasSkipped: true,
  };
}

/** What begins a line about a target: nothing for a plan, which is all there is. */
export function prefixOf({ address, name }: DrillTarget): string {
  return address.kind === "plan" ? "" : `${name}: `;
}

function said(target: DrillTarget, reason: string): string {
  return `${prefixOf(target)}${reason}`;
}

async function measured(
  azure: AzureSession,
  { machines }: DrillTarget,
  started: StartedJob,
  watched: ReadonlyMap<string, WatchedMachine>,
  request: DrillRequest,
): Promise<readonly MachineEvidence[]> {
  const { job } = started;
  return inParallel(machines, width, async (machine) => {
    const point = job === undefined ? null : await recoveryPointUsed(azure, machine, job);
    return measureMachine(machine, started, watched.get(machine.itemId), point, request.rtoTargetMinutes);
  });
}

function notTested(
  { machines }: DrillTarget,
  request: DrillRequest,
  requestedAt: number,
): readonly MachineEvidence[] {
  return machines.map((machine) =>
    measureMachine(machine, { job: undefined, requestedAt }, undefined, null, request.rtoTargetMinutes),
  );
}

function followReasons(followed: Followed, request: DrillRequest): readonly string[] {
  switch (followed.end) {
    case "ended": {
      if (wentWell(followed.job)) return [];
      const why = jobErrors(followed.job).join("; ") || "Azure does not say why";
      return [
        `The job of the test failover ended as ${followed.job.properties?.state ?? "unknown"}: ${why.replace(/\.$/, "")}.`,
      ];
    }
    case "time-limit":
      return [
        `The test failover had not ended after ${request.timeoutMinutes ?? drillDefaults.timeoutMinutes} minutes (--timeout-minutes)${
          followed.job && waitsForPerson(followed.job)
            ? `: it waits at the manual action "${manualStep(followed.job)?.name ?? ""}"`
            : ""
        }.`,
      ];
    case "stopped":
      return ["Stopped by a signal while the test failover was under way."];
    case "lost":
      return [`The job of the test failover could not be followed: ${followed.failure.message}`];
  }
}
