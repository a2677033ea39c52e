import { AzureSession } from "./azure-session";
import { cleanUp, together, type CleanupResult } from "./clean-up";
import { evidenceBase, jobEvidence, machineEvidence, probeTimeline, shortfalls } from "./drill-evidence";
import { isoTime, type DrillEnvironment } from "./drill-environment";
import { drillDefaults, type DrillRequest } from "./drill-request";
import { addressesOf, readSubject, type DrillSubject } from "./drill-subject";
import type { DrillEvidence } from "./evidence";
import { jobTimeline } from "./job-reporter";
import type { Journal } from "./journal";
import { measureAll } from "./measure";
import { preflight } from "./preflight/preflight";
import { demandKnownMachines } from "./probes/probe-file";
import { cleanCommand } from "./target";
import { prefixOf, runTest, skippedRun, type TestRun } from "./test-run";

/**
 * Drills a recovery plan, or machines without one: preflight, test failover, probes, clean-up. Once anything was started
 * it always ends with an attempt to clean up and with evidence, whatever fails.
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
  const addresses = addressesOf(request);
  const startedAt = clock.now();
  onProgress(`Preflight of ${addresses.map(({ name }) => name).join(", ")}.`);
  const subject = await readSubject(azure, addresses);
  demandKnownMachines(
    request.probes,
    subject.machines.map(({ name }) => name),
  );
  const checked = await preflight(azure, subject, request);
  const base = evidenceBase(subject, checked, request, startedAt);
  const end = () => isoTime(clock.now());
  const stopping = checked.findings.filter(({ status }) => status === "error");
  for (const { status, subject: about, message } of checked.findings) {
    if (status !== "ok") onProgress(`${status}: ${about}: ${message}`);
  }
  if (stopping.length > 0) {
    const reasons = stopping.map(({ subject: about, message }) => `${about}: ${message}`);
    return { ...base, outcome: "refused", reasons, endedAt: end() };
  }
  if (request.dryRun === true) return { ...base, outcome: "ready", reasons: [], endedAt: end() };
  if (isStopped(environment)) {
    const reasons = ["Stopped before anything was started."];
    return { ...base, outcome: "interrupted", reasons, endedAt: end() };
  }

  const entry = { drillId: base.id, networkId: checked.network.id, startedAt: base.startedAt, kept: false };
  for (const { id: targetId } of addresses) journal?.write({ ...entry, targetId });
  const runs = await runTests(azure, subject, checked.network.id, request, environment);
  const cleaned = await Promise.all(
    runs.map(async (run) => {
      const isKept = request.keep === true && run.hasEnded;
      const result = isKept ? kept(subject, run) : await cleanAfter(azure, run, request, environment);
      const { id: targetId } = run.target.address;
      if (isKept) journal?.write({ ...entry, targetId, kept: true });
      else if (result.status !== "incomplete") journal?.remove(targetId);
      return result;
    }),
  );

  const { timeline, ...cleanup } = together(cleaned);
  const rto = measureAll(runs, request.rtoTargetMinutes);
  const reasons = [
    ...runs.flatMap((run) => run.reasons),
    ...shortfalls(runs, rto),
    ...(cleanup.status === "incomplete" ? [`The clean-up is incomplete: ${cleanup.left.join("; ")}.`] : []),
  ];
  const steps = runs.flatMap((run) => [...jobTimeline(run.job, prefixOf(run.target)), ...probeTimeline(run)]);
  return {
    ...base,
    outcome: isStopped(environment) ? "interrupted" : reasons.length > 0 ? "failed" : "passed",
    reasons,
    endedAt: end(),
    job: subject.kind === "plan" ? jobEvidence(runs[0]) : null,
    rto,
    machines: runs.flatMap(machineEvidence),
    timeline: [...steps, ...timeline].sort((left, right) => left.startedAt.localeCompare(right.startedAt)),
    cleanup,
  };
}

/** All targets at once, or each when the one before is up. */
async function runTests(
  azure: AzureSession,
  { targets }: DrillSubject,
  networkId: string,
  request: DrillRequest,
  environment: DrillEnvironment,
): Promise<readonly TestRun[]> {
  if (request.oneByOne !== true) {
    return Promise.all(targets.map((target) => runTest(azure, target, networkId, request, environment)));
  }
  const runs: TestRun[] = [];
  for (const target of targets) {
    runs.push(
      isStopped(environment)
        ? skippedRun(target, request, environment.clock.now())
        : await runTest(azure, target, networkId, request, environment),
    );
  }
  return runs;
}

async function cleanAfter(
  azure: AzureSession,
  run: TestRun,
  request: DrillRequest,
  { clock, onProgress }: DrillEnvironment,
): Promise<CleanupResult> {
  return cleanUp(azure, run.target.address, {
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

function kept({ targets }: DrillSubject, { machines }: TestRun): CleanupResult {
  const left = machines.flatMap(({ testMachine }) =>
    testMachine === null ? [] : [`the virtual machine ${testMachine.id}`],
  );
  const notes = `Kept on request. When done: ${cleanCommand(targets.map(({ address }) => address))}`;
  return { status: "kept", jobId: null, startedAt: null, endedAt: null, notes, left, timeline: [] };
}

function isStopped({ signal }: DrillEnvironment): boolean {
  return signal?.aborted === true;
}
