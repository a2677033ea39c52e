import type { Job } from "@azure/arm-recoveryservices-siterecovery";
import { randomUUID } from "node:crypto";
import { AzureSession, inParallel } from "./azure-session";
import { cleanUp, type CleanupResult } from "./clean-up";
import { isoTime, type DrillEnvironment } from "./drill-environment";
import { planAddress, readPlan, type DrillPlan } from "./drill-plan";
import { drillDefaults, type DrillRequest } from "./drill-request";
import type { CleanupEvidence, DrillEvidence } from "./evidence";
import { followJob, type Followed } from "./follow-job";
import { jobErrors, manualStep, waitsForPerson, wentWell } from "./job-progress";
import { jobTimeline, JobReporter } from "./job-reporter";
import type { Journal } from "./journal";
import { MachineWatch, type WatchedMachine } from "./machine-watch";
import { measureMachine, measurePlan } from "./measure";
import { preflight, type Preflight } from "./preflight/preflight";
import { demandKnownMachines } from "./probes/probe-file";
import { recoveryPointUsed } from "./recovery-point-used";
import { startTestFailover } from "./start-test-failover";

const width = 8;

/** What the test failover itself came to. */
interface TestRun {
  readonly job: Job | undefined;
  readonly jobId: string | undefined;
  readonly machines: DrillEvidence["machines"];
  readonly reasons: readonly string[];
  /** The test failover has come to its end by itself. */
  readonly hasEnded: boolean;
}

/**
 * Drills a recovery plan: preflight, test failover, probes, clean-up. Once anything was started it always ends with an
 * attempt to clean up and with evidence, whatever fails.
 *
 * @param journal remembers the drill from before its start until everything is cleaned up.
 * @throws DrillInputError when the request cannot be carried out as it is.
 * @throws AzureError when the vault cannot be read before anything was started.
 */
export async function drill(
  request: DrillRequest,
  environment: DrillEnvironment,
  journal?: Journal,
): Promise<DrillEvidence> {
  const { clock, onProgress } = environment;
  const azure = new AzureSession(environment.connection);
  const address = planAddress(request.planId);
  const startedAt = clock.now();
  onProgress(`Preflight of ${address.name}.`);
  const plan = await readPlan(azure, address);
  demandKnownMachines(
    request.probes,
    plan.machines.map(({ name }) => name),
  );
  const checked = await preflight(azure, plan, request);
  const base = evidenceBase(plan, checked, request, startedAt);
  const end = () => isoTime(clock.now());
  const stopping = checked.findings.filter(({ status }) => status === "error");
  for (const { status, subject, message } of checked.findings) {
    if (status !== "ok") onProgress(`${status}: ${subject}: ${message}`);
  }
  if (stopping.length > 0) {
    const reasons = stopping.map(({ subject, message }) => `${subject}: ${message}`);
    return { ...base, outcome: "refused", reasons, endedAt: end() };
  }
  if (request.dryRun === true) return { ...base, outcome: "ready", reasons: [], endedAt: end() };
  if (isStopped(environment)) {
    return {
      ...base,
      outcome: "interrupted",
      reasons: ["Stopped before anything was started."],
      endedAt: end(),
    };
  }

  const entry = {
    drillId: base.id,
    planId: address.id,
    networkId: checked.network.id,
    startedAt: base.startedAt,
    kept: false,
  };
  journal?.write(entry);
  const run = await test(azure, plan, checked.network.id, request, environment);
  const isKept = request.keep === true && run.hasEnded;
  const cleaned = isKept ? kept(plan, run) : await cleanAfter(azure, plan, run, request, environment);
  if (isKept) journal?.write({ ...entry, kept: true });
  else if (cleaned.status !== "incomplete") journal?.remove(address.id);

  const rto = measurePlan(run.machines, run.job, request.rtoTargetMinutes);
  const reasons = [
    ...run.reasons,
    ...shortfalls(run, rto),
    ...(cleaned.status === "incomplete" ? [`The clean-up is incomplete: ${cleaned.left.join("; ")}.`] : []),
  ];
  const { timeline, ...cleanup } = cleaned;
  return {
    ...base,
    outcome: isStopped(environment) ? "interrupted" : reasons.length > 0 ? "failed" : "passed",
    reasons,
    endedAt: end(),
    job: jobEvidence(run),
    rto,
    machines: run.machines,
    timeline: [...jobTimeline(run.job), ...probeTimeline(run), ...timeline].sort((left, right) =>
      left.startedAt.localeCompare(right.startedAt),
    ),
    cleanup,
  };
}

/** Starts and follows the test failover; never throws, because what was started has to be cleaned up. */
async function test(
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
        `The job of the test failover ended as ${followed.job.properties?.state ?? "unknown"}: ${why}.`,
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

function shortfalls({ machines, reasons }: TestRun, rto: DrillEvidence["rto"]): readonly string[] {
  const found = machines.flatMap(({ name, probes, rto: own, errors }) => [
    ...probes
      .filter(({ passed }) => !passed)
      .map(
        ({ kind, target, answer }) =>
          `${name}: the probe ${kind} ${target} failed: ${answer.replace(/\.$/, "")}.`,
      ),
    ...(reasons.length === 0 && own.seconds === null && probes.every(({ passed }) => passed)
      ? [`${name}: it was not seen running: ${errors.join("; ") || "the job tells no end of its task"}.`]
      : []),
    ...(own.met === false && own.seconds !== null
      ? [`${name}: the RTO of ${own.seconds} s misses the target of ${own.targetSeconds ?? 0} s.`]
      : []),
  ]);
  return rto.met === false && rto.seconds !== null
    ? [...found, `The plan's RTO of ${rto.seconds} s misses the target of ${rto.targetSeconds ?? 0} s.`]
    : found;
}

async function cleanAfter(
  azure: AzureSession,
  { address }: DrillPlan,
  run: TestRun,
  request: DrillRequest,
  { clock, onProgress }: DrillEnvironment,
): Promise<CleanupResult> {
  return cleanUp(azure, address, {
    clock,
    onProgress,
    pollSeconds: request.pollSeconds ?? drillDefaults.pollSeconds,
    timeoutMinutes: request.timeoutMinutes ?? drillDefaults.timeoutMinutes,
    notes:
      request.notes ??
      `Drill by asr: ${run.reasons.length === 0 ? "test failover done" : "test failover failed"}.`,
    cancelRunning: !run.hasEnded,
  });
}

function kept(plan: DrillPlan, { machines }: TestRun): CleanupResult {
  const left = machines.flatMap(({ testMachine }) =>
    testMachine === null ? [] : [`the virtual machine ${testMachine.id}`],
  );
  const notes = `Kept on request. When done: asr drill --clean --plan ${plan.address.id}`;
  return { status: "kept", jobId: null, startedAt: null, endedAt: null, notes, left, timeline: [] };
}

function jobEvidence({ job, jobId }: TestRun): DrillEvidence["job"] {
  const { state, startTime, endTime } = job?.properties ?? {};
  if (job === undefined || jobId === undefined || !startTime) return null;
  return {
    id: jobId,
    state: state ?? "",
    startedAt: startTime.toISOString(),
    endedAt: endTime?.toISOString() ?? null,
    errors: [...jobErrors(job)],
  };
}

function probeTimeline({ machines }: TestRun): DrillEvidence["timeline"] {
  return machines.flatMap(({ name, group, probes }) =>
    probes.map(({ kind, target, startedAt, endedAt, passed }) => ({
      kind: "probe" as const,
      name: `${name}: ${kind} ${target}`,
      group,
      startedAt,
      endedAt,
      state: passed ? "passed" : "failed",
    })),
  );
}

/** What is true of every drill, whatever comes of it. */
function evidenceBase(
  { address, plan, groups, machines }: DrillPlan,
  { network, findings }: Preflight,
  request: DrillRequest,
  startedAt: number,
): DrillEvidence {
  const cleanup: CleanupEvidence = {
    status: "not-needed",
    jobId: null,
    startedAt: null,
    endedAt: null,
    notes: request.notes ?? "",
    left: [],
  };
  return {
    schema: "asr-drill/1",
    id: randomUUID(),
    outcome: "failed",
    reasons: [],
    plan: {
      id: address.id,
      name: address.name,
      vaultId: address.vaultId,
      primaryFabric: plan.properties?.primaryFabricFriendlyName ?? "",
      recoveryFabric: plan.properties?.recoveryFabricFriendlyName ?? "",
      groups: groups.map(({ name }) => ({
        name,
        machines: machines.filter(({ group }) => group === name).map((machine) => machine.name),
      })),
    },
    startedAt: isoTime(startedAt),
    endedAt: isoTime(startedAt),
    resolutionSeconds: request.pollSeconds ?? drillDefaults.pollSeconds,
    network,
    preflight: [...findings],
    job: null,
    rto: { seconds: null, targetSeconds: targetSecondsOf(request), met: null },
    machines: [],
    timeline: [],
    cleanup,
  };
}

function isStopped({ signal }: DrillEnvironment): boolean {
  return signal?.aborted === true;
}

function targetSecondsOf({ rtoTargetMinutes }: DrillRequest): number | null {
  return rtoTargetMinutes === undefined ? null : rtoTargetMinutes * 60;
}
