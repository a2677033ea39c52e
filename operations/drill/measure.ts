import type { Job } from "@azure/arm-recoveryservices-siterecovery";
import { isoTime } from "./drill-environment";
import type { DrillEvidence, MachineEvidence, ProbeEvidence } from "./evidence";
import { stepsOf } from "./job-progress";
import { stepOf, type WatchedMachine } from "./machine-watch";
import type { ProtectedMachine } from "./protected-machine";

/**
 * What a test failover came to for a machine. Its RTO runs from the start of the job to the end of the machine's task,
 * by the service's clock, and on from there, by ours, until every probe had answered: two durations, so that the clocks
 * need not agree.
 */
export function measureMachine(
  machine: ProtectedMachine,
  job: Job | undefined,
  watched: WatchedMachine | undefined,
  recoveryPoint: MachineEvidence["recoveryPoint"],
  targetMinutes: number | undefined,
): MachineEvidence {
  const step = job && stepOf(stepsOf(job), machine);
  const began = job?.properties?.startTime?.getTime();
  const probes = inServiceTime(watched, step?.endedAt);
  const jobSeconds =
    began === undefined || step?.endedAt === undefined ? null : secondsBetween(began, step.endedAt);
  const probeSeconds = probes.length === 0 || watched === undefined ? null : watched.probeMilliseconds / 1000;
  const isUp =
    watched?.test !== undefined && step?.state === "Succeeded" && probes.every(({ passed }) => passed);
  const seconds = isUp && jobSeconds !== null ? jobSeconds + (probeSeconds ?? 0) : null;
  const time = recoveryPoint?.time;
  return {
    name: machine.name,
    itemId: machine.itemId,
    provider: machine.provider,
    group: machine.group,
    state: step?.state || "NotStarted",
    testMachine:
      watched?.test === undefined ? null : { ...watched.test, addresses: [...watched.test.addresses] },
    recoveryPoint,
    rpoSeconds: began === undefined || !time ? null : secondsBetween(Date.parse(time), began),
    rto: {
      ...objective(seconds, targetMinutes),
      jobSeconds,
      probeSeconds,
      measuredTo: probes.length === 0 ? "job" : "probes",
    },
    probes: [...probes],
    errors: [...(step?.errors ?? []), ...(watched?.problem === undefined ? [] : [watched.problem])],
  };
}

/** The plan's RTO: the whole job, and on until its last machine was up. */
export function measurePlan(
  machines: readonly MachineEvidence[],
  job: Job | undefined,
  targetMinutes: number | undefined,
): DrillEvidence["rto"] {
  const { startTime, endTime } = job?.properties ?? {};
  const times = machines.map(({ rto }) => rto.seconds);
  const known = times.flatMap((time) => time ?? []);
  if (!startTime || known.length === 0 || known.length < times.length) return objective(null, targetMinutes);
  // A job that waits for its clean-up has no end of its own.
  const whole = !endTime ? 0 : secondsBetween(startTime.getTime(), endTime.getTime());
  return objective(Math.max(whole, ...known), targetMinutes);
}

/** The probes on the service's clock, so that one timeline holds them all: they began when the machine's task had ended. */
function inServiceTime(
  watched: WatchedMachine | undefined,
  taskEndedAt: number | undefined,
): readonly ProbeEvidence[] {
  if (watched === undefined || taskEndedAt === undefined) return watched?.probes ?? [];
  const shifted = (time: string) => isoTime(Date.parse(time) - watched.seenAt + taskEndedAt);
  return watched.probes.map((probe) => ({
    ...probe,
    startedAt: shifted(probe.startedAt),
    endedAt: shifted(probe.endedAt),
  }));
}

function objective(seconds: number | null, targetMinutes: number | undefined): DrillEvidence["rto"] {
  const targetSeconds = targetMinutes === undefined ? null : targetMinutes * 60;
  const met = targetSeconds === null ? null : seconds !== null && seconds <= targetSeconds;
  return { seconds: seconds === null ? null : Math.round(seconds * 10) / 10, targetSeconds, met };
}

function secondsBetween(from: number, to: number): number {
  return Math.max(0, (to - from) / 1000);
}
