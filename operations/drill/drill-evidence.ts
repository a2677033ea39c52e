import { randomUUID } from "node:crypto";
import { isoTime } from "./drill-environment";
import { drillDefaults, type DrillRequest } from "./drill-request";
import type { DrillSubject } from "./drill-subject";
import type { CleanupEvidence, DrillEvidence, MachineEvidence } from "./evidence";
import { jobErrors } from "./job-progress";
import type { Preflight } from "./preflight/preflight";
import type { TestRun } from "./test-run";

/** What is true of every drill, whatever comes of it. */
export function evidenceBase(
  { kind, id, name, vaultId, primaryFabric, recoveryFabric, groups, machines }: DrillSubject,
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
      kind,
      id,
      name,
      vaultId,
      primaryFabric,
      recoveryFabric,
      groups: groups.map((each) => ({
        name: each.name,
        machines: machines.filter(({ group }) => group === each.name).map((machine) => machine.name),
      })),
    },
    startedAt: isoTime(startedAt),
    endedAt: isoTime(startedAt),
    resolutionSeconds: request.pollSeconds ?? drillDefaults.pollSeconds,
    network,
    preflight: [...findings],
    job: null,
    rto: { seconds: null, observedSeconds: null, targetSeconds: targetSecondsOf(request), met: null },
    machines: [],
    timeline: [],
    cleanup,
  };
}

function targetSecondsOf({ rtoTargetMinutes }: DrillRequest): number | null {
  return rtoTargetMinutes === undefined ? null : rtoTargetMinutes * 60;
}

/** What the evidence says of the job; null where there was none. */
export function jobEvidence(
  { job, jobId }: Pick<TestRun, "job" | "jobId"> = { job: undefined, jobId: undefined },
): DrillEvidence["job"] {
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

/** The machines of a run; one that was tested by itself has a job of its own. */
export function machineEvidence(run: TestRun): readonly MachineEvidence[] {
  if (run.target.address.kind === "plan") return run.machines;
  return run.machines.map((machine) => ({ ...machine, job: jobEvidence(run) }));
}

/** The probes as entries of the timeline. */
export function probeTimeline({ machines }: TestRun): DrillEvidence["timeline"] {
  return machines.flatMap(({ name, group, probes }) =>
    probes.map(({ kind, target, startedAt, endedAt, passed }) => ({
      kind: "probe" as const,
      name: `${name}: ${kind} ${target}`,
      group: group || null,
      startedAt,
      endedAt,
      state: passed ? "passed" : "failed",
    })),
  );
}

/** Why a test failover that ended did not pass all the same. */
export function shortfalls(runs: readonly TestRun[], rto: DrillEvidence["rto"]): readonly string[] {
  const found = runs.flatMap(shortfallsOf);
  return rto.met === false &&
    rto.seconds !== null &&
    runs.some(({ target }) => target.address.kind === "plan")
    ? [...found, `The plan's RTO of ${rto.seconds} s misses the target of ${rto.targetSeconds ?? 0} s.`]
    : found;
}

function shortfallsOf({ machines, reasons }: TestRun): readonly string[] {
  return machines.flatMap(({ name, probes, rto: own, errors }) => [
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
}
