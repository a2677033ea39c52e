import { AzureSession } from "./azure-session";
import { cleanUp, type CleanupResult } from "./clean-up";
import { evidenceBase, jobEvidence, probeTimeline, shortfalls } from "./drill-evidence";
import { isoTime, type DrillEnvironment } from "./drill-environment";
import { planAddress, readPlan, type DrillPlan } from "./drill-plan";
import { drillDefaults, type DrillRequest } from "./drill-request";
import type { DrillEvidence } from "./evidence";
import { jobTimeline } from "./job-reporter";
import type { Journal } from "./journal";
import { measurePlan } from "./measure";
import { preflight } from "./preflight/preflight";
import { demandKnownMachines } from "./probes/probe-file";
import { runTest, type TestRun } from "./test-run";

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
  const run = await runTest(azure, plan, checked.network.id, request, environment);
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

function isStopped({ signal }: DrillEnvironment): boolean {
  return signal?.aborted === true;
}
