import { randomUUID } from "node:crypto";
import { isoTime } from "./drill-environment";
import type { DrillPlan } from "./drill-plan";
import { drillDefaults, type DrillRequest } from "./drill-request";
import type { CleanupEvidence, DrillEvidence } from "./evidence";
import { jobErrors } from "./job-progress";
import type { Preflight } from "./preflight/preflight";
import type { TestRun } from "./test-run";

/** What is true of every drill, whatever comes of it. */
export function evidenceBase(
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

function targetSecondsOf({ rtoTargetMinutes }: DrillRequest): number | null {
  return rtoTargetMinutes === undefined ? null : rtoTargetMinutes * 60;
}

/** What the evidence says of the job; null where there was none. */
export function jobEvidence({ job, jobId }: TestRun): DrillEvidence["job"] {
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

/** The probes as entries of the timeline. */
export function probeTimeline({ machines }: TestRun): DrillEvidence["timeline"] {
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

/** Why a test failover that ended did not pass all the same. */
export function shortfalls({ machines, reasons }: TestRun, rto: DrillEvidence["rto"]): readonly string[] {
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
