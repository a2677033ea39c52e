import type { Job } from "@azure/arm-recoveryservices-siterecovery";
import { isoTime } from "./drill-environment";
import type { DrillEvidence, MachineEvidence, ProbeEvidence } from "./evidence";
import { machineStep } from "./machine-step";
import type { WatchedMachine } from "./machine-watch";
import type { ProtectedMachine } from "./protected-machine";

/** The job of a test failover, and when it was asked for by our clock, in milliseconds since the epoch. */
export interface StartedJob {
  readonly job: Job | undefined;
  readonly requestedAt: number;
}

/**
 * What a test failover came to for a machine. Its RTO runs from the start of the job to the end of the machine's task,
 * by the service's clock, and on from there, by ours, until every probe had answered: two durations, so that the clocks
 * need not agree.
 */
export function measureMachine(
  machine: ProtectedMachine,
  { job, requestedAt }: StartedJob,
  watched: WatchedMachine | undefined,
  recoveryPoint: MachineEvidence["recoveryPoint"],
  targetMinutes: number | undefined,
): MachineEvidence {
  const step = job && machineStep(job, machine);
  const began = job?.properties?.startTime?.getTime();
  const probes = inServiceTime(watched, step?.endedAt);
  const jobSeconds =
    began === undefined || step?.endedAt === undefined ? null : secondsBetween(began, step.endedAt);
  const probeSeconds = probes.length === 0 || watched === undefined ? null : watched.probeMilliseconds / 1000;
  const isUp =
    watched?.test !== undefined && step?.state === "Succeeded" && probes.every(({ passed }) => passed);
  const seconds = isUp && jobSeconds !== null ? jobSeconds + (probeSeconds ?? 0) : null;
  const observed =
    seconds === null || watched === undefined
      ? null
      : secondsBetween(requestedAt, watched.seenAt + watched.probeMilliseconds);
  const time = recoveryPoint?.time;
  return {
    name: machine.name,
    itemId: machine.itemId,
    provider: machine.provider,
    group: machine.group,
    job: null,
    state: step?.state || "NotStarted",
    testMachine:
      watched?.test === undefined ? null : { ...watched.test, addresses: [...watched.test.addresses] },
    recoveryPoint,
    rpoSeconds: began === undefined || !time ? null : secondsBetween(Date.parse(time), began),
    rto: {
      ...objective(seconds, observed, targetMinutes),
      jobSeconds,
      probeSeconds,
      measuredTo: probes.length === 0 ? "job" : "probes",
    },
    probes: [...probes],
    errors: [...(step?.errors ?? []), ...(watched?.problem === undefined ? [] : [watched.problem])],
  };
}

/** What is measured of one job, together with when its end was seen by our clock. */
export interface MeasuredRun extends StartedJob {
  readonly machines: readonly MachineEvidence[];
  readonly seenEndedAt: number | undefined;
}

/**
 * The RTO of the whole: from the start of the first job to the end of the last, and on until the last machine was up.
 * Several jobs are those of machines without a plan.
 */
export function measureAll(
  runs: readonly MeasuredRun[],
  targetMinutes: number | undefined,
): DrillEvidence["rto"] {
  const starts = runs.map(({ job }) => job?.properties?.startTime?.getTime());
  const first = Math.min(...starts.flatMap((start) => start ?? []));
  const firstRequest = Math.min(...runs.map(({ requestedAt }) => requestedAt));
  const ends = runs.map((run, index) => {
    const start = starts[index];
    const whole = wholeRun(run);
    return start === undefined || whole === null ? null : secondsBetween(first, start) + whole;
  });
  const known = ends.flatMap((end) => end ?? []);
  if (known.length === 0 || known.length < ends.length) return objective(null, null, targetMinutes);
  const seen = runs.flatMap(({ requestedAt, seenEndedAt, machines }) => [
    ...(seenEndedAt === undefined ? [] : [secondsBetween(firstRequest, seenEndedAt)]),
    ...machines.flatMap(({ rto }) =>
      rto.observedSeconds === null ? [] : [secondsBetween(firstRequest, requestedAt) + rto.observedSeconds],
    ),
  ]);
  return objective(Math.max(...known), seen.length === 0 ? null : Math.max(...seen), targetMinutes);
}

/** Seconds of one job and of its machines; null where one of them was not seen up. */
function wholeRun({ job, machines }: MeasuredRun): number | null {
  const { startTime, endTime } = job?.properties ?? {};
  const times = machines.map(({ rto }) => rto.seconds);
  const known = times.flatMap((time) => time ?? []);
  if (!startTime || known.length === 0 || known.length < times.length) return null;
  // A job that waits for its clean-up has no end of its own.
  const whole = !endTime ? 0 : secondsBetween(startTime.getTime(), endTime.getTime());
  return Math.max(whole, ...known);
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

function objective(
  seconds: number | null,
  observed: number | null,
  targetMinutes: number | undefined,
): DrillEvidence["rto"] {
  const targetSeconds = targetMinutes === undefined ? null : targetMinutes * 60;
  const met = targetSeconds === null ? null : seconds !== null && seconds <= targetSeconds;
  return { seconds: tenths(seconds), observedSeconds: tenths(observed), targetSeconds, met };
}

function tenths(seconds: number | null): number | null {
  return seconds === null ? null : Math.round(seconds * 10) / 10;
}

function secondsBetween(from: number, to: number): number {
  return Math.max(0, (to - from) / 1000);
}
