import type { Job } from "@azure/arm-recoveryservices-siterecovery";
import { inParallel, type AzureSession } from "./azure-session";
import type { DrillEnvironment } from "./drill-environment";
import type { DrillPlan } from "./drill-plan";
import { drillDefaults, type DrillRequest } from "./drill-request";
import type { DrillEvidence } from "./evidence";
import { followJob, type Followed } from "./follow-job";
import { jobErrors, manualStep, waitsForPerson, wentWell } from "./job-progress";
import { JobReporter } from "./job-reporter";
import { MachineWatch, type WatchedMachine } from "./machine-watch";
import { measureMachine } from "./measure";
import { recoveryPointUsed } from "./recovery-point-used";
import { startTestFailover } from "./start-test-failover";

const width = 8;

/** What the test failover itself came to. */
export interface TestRun {
  readonly job: Job | undefined;
  readonly jobId: string | undefined;
  readonly machines: DrillEvidence["machines"];
  readonly reasons: readonly string[];
  /** The test failover has come to its end by itself. */
  readonly hasEnded: boolean;
}

/** Starts and follows the test failover; never throws, because what was started has to be cleaned up. */
export async function runTest(
  azure: AzureSession,
  plan: DrillPlan,
  networkId: string,
  request: DrillRequest,
  { clock, onProgress, signal }: DrillEnvironment,
): Promise<TestRun> {
  const pollSeconds = request.pollSeconds ?? drillDefaults.pollSeconds;
  const deadline = clock.now() + (request.timeoutMinutes ?? drillDefaults.timeoutMinutes) * 60_000;
  const ending = new AbortController();
  const stop = signal === undefined ? ending.signal : AbortSignal.any([signal, ending.signal]);
  const watch = new MachineWatch(plan.machines, {
    azure,
    clock,
    signal: stop,
    probes: request.probes,
    onProgress,
  });
  let job: Job | undefined;
  let jobId: string | undefined;
  try {
    onProgress(`Starting the test failover of ${plan.machines.length} machines.`);
    const started = await startTestFailover(azure, plan, networkId);
    if ("failure" in started) {
      const reasons = [`The test failover did not start: ${started.failure.message}`];
      return { job, jobId, machines: notTested(plan, request), reasons, hasEnded: false };
    }
    jobId = started.jobId;
    const reporter = new JobReporter(onProgress);
    const completed = new Set<string>();
    const followed = await followJob(azure, plan.address.vault, jobId, {
      clock,
      pollSeconds,
      deadline,
      signal,
      onJob: async (read) => {
        job = read;
        reporter.look(read);
        watch.look(read);
        if (request.completeManualActions === true) await complete(azure, plan, read, completed, onProgress);
      },
    });
    if (followed.end !== "ended") ending.abort();
    const watched = followed.end === "ended" ? await watch.finish(followed.job) : await watch.seen();
    job = followed.job ?? job;
    return {
      job,
      jobId,
      machines: await measured(azure, plan, job, watched, request),
      reasons: followReasons(followed, request),
      hasEnded: followed.end === "ended",
    };
  } catch (error) {
    ending.abort();
    const reasons = [`The drill broke off: ${error instanceof Error ? error.message : String(error)}`];
    return { job, jobId, machines: notTested(plan, request), reasons, hasEnded: false };
  }
}

async function measured(
  azure: AzureSession,
  { machines }: DrillPlan,
  job: Job | undefined,
  watched: ReadonlyMap<string, WatchedMachine>,
  request: DrillRequest,
): Promise<DrillEvidence["machines"]> {
  return [
    ...(await inParallel(machines, width, async (machine) => {
      const point = job === undefined ? null : await recoveryPointUsed(azure, machine, job);
      return measureMachine(machine, job, watched.get(machine.itemId), point, request.rtoTargetMinutes);
    })),
  ];
}

function notTested({ machines }: DrillPlan, request: DrillRequest): DrillEvidence["machines"] {
  return machines.map((machine) =>
    measureMachine(machine, undefined, undefined, null, request.rtoTargetMinutes),
  );
}

/** Resumes a job that waits at a manual action, once an action. */
async function complete(
  azure: AzureSession,
  { address: { vault } }: DrillPlan,
  job: Job,
  completed: Set<string>,
  onProgress: (line: string) => void,
): Promise<void> {
  const step = manualStep(job);
  if (step === undefined || !waitsForPerson(job) || completed.has(step.key)) return;
  onProgress(`Completing the manual action ${step.name}.`);
  const resumed = await azure.attempt((connection) =>
    connection
      .siteRecovery(vault.subscriptionId)
      .replicationJobs.beginResume(vault.vaultName, vault.resourceGroupName, job.name ?? "", {
        properties: { comments: "Completed by a drill." },
      }),
  );
  if ("value" in resumed) completed.add(step.key);
  else onProgress(`It cannot be completed: ${resumed.failure.message}`);
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
