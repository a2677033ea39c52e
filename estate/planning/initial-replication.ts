import { mbpsOf, type BandwidthPlan } from "./bandwidth";
import { rounded, type Figure } from "./figure";
import type { PlacedMachine } from "./placed-machines";
import { churnOfMachine } from "./planned-churn";
import type { PlanningOptions } from "./planning-options";
import { sizeOf } from "./sized-machines";

/** In which order machines are copied first, so that every batch finishes in time. */
export interface InitialReplication {
  /** What the batches share; unknown where neither given nor computable. */
  readonly bandwidth: Figure;
  readonly batches: readonly ReplicationBatch[];
  /** Machines in no batch, and why. */
  readonly unplaced: readonly { readonly machine: string; readonly reason: string }[];
}

export interface ReplicationBatch {
  readonly number: number;
  /** By name and landing zone. */
  readonly machines: readonly { readonly name: string; readonly landingZone: number; readonly key: string }[];
  readonly sizeGiB: number;
  /** Of the line for this batch; too high by the churn of machines that is not known. */
  readonly bandwidth: Figure;
  readonly duration: Figure;
  /** False for a unit that alone takes longer than the goal. */
  readonly withinGoal: boolean;
  /** Names of its machines whose churn is not known: durations are least ones from there on. */
  readonly machinesOfUnknownChurn: readonly string[];
}

interface Load {
  readonly sizeGiB: number;
  /** Of the members whose churn is known. */
  readonly deltaMbps: number;
}

const nothing: Load = { sizeGiB: 0, deltaMbps: 0 };

interface BatchUnit extends Load {
  readonly members: readonly PlacedMachine[];
  readonly unknown: readonly string[];
}

const source =
  "Azure Site Recovery Deployment Planner, Hyper-V report, initial replication batches: bandwidth less the churn of earlier batches, and of the batch itself";

const bitsPerGiB = 8 * 1024 ** 3;
const secondsPerHour = 3600;

/**
 * Fills batches in the order of the waves, multi-VM groups as a whole. A batch has the bandwidth that the churn
 * of the machines before it, and its own, leaves over.
 */
export function planInitialReplication(
  placed: readonly PlacedMachine[],
  plan: BandwidthPlan,
  options: PlanningOptions,
): InitialReplication {
  const bandwidth = lineOf(plan, options);
  const unplaced: { machine: string; reason: string }[] = [];
  const leaveOut = (members: readonly PlacedMachine[], reason: string): void => {
    for (const { planned } of members) unplaced.push({ machine: planned.machine.name, reason });
  };
  const total = bandwidth.value;
  if (total === null) {
    leaveOut(placed, "The bandwidth is not known: give it with --bandwidth-mbps.");
    return { bandwidth, batches: [], unplaced };
  }
  const batches: ReplicationBatch[] = [];
  let before = 0;
  let unknownBefore = 0;
  let open: BatchUnit[] = [];
  let load: Load = nothing;
  const goal = options.initialReplicationHours;
  const close = (): void => {
    if (open.length === 0) return;
    const batch = batchOf(open, load, batches.length + 1, total - before, goal, unknownBefore, total);
    batches.push(batch);
    before += load.deltaMbps;
    unknownBefore += batch.machinesOfUnknownChurn.length;
    open = [];
    load = nothing;
  };
  for (const members of unitsOf(placed)) {
    const unit = unitOf(members, options.growthPercent);
    if (unit === undefined) {
      leaveOut(members, "The size of its disks is not known.");
      continue;
    }
    if (hoursOf(plus(load, unit), total - before) > goal) close();
    if (hoursOf(plus(load, unit), total - before) === Infinity) {
      leaveOut(
        members,
        `The churn of the machines before it, and its own, leaves nothing of ${rounded(total)} Mbps.`,
      );
      continue;
    }
    open.push(unit);
    load = plus(load, unit);
  }
  close();
  return { bandwidth, batches, unplaced };
}

function lineOf({ needed }: BandwidthPlan, { bandwidthMbps, rpoMinutes }: PlanningOptions): Figure {
  if (bandwidthMbps !== undefined) {
    return { value: bandwidthMbps, unit: "Mbps", formula: "as given", source: "--bandwidth-mbps" };
  }
  const found = needed.find(
    (row) => row.rpoMinutes === rpoMinutes && row.intervalsMetPercent === 100,
  )?.bandwidth;
  return (
    found ?? { value: null, unit: "Mbps", formula: "", source: "", lacks: ["a bandwidth (--bandwidth-mbps)"] }
  );
}

function batchOf(
  units: readonly BatchUnit[],
  { sizeGiB, deltaMbps: own }: Load,
  number: number,
  leftMbps: number,
  goal: number,
  unknownBefore: number,
  totalMbps: number,
): ReplicationBatch {
  const hours = hoursOf({ sizeGiB, deltaMbps: own }, leftMbps);
  const ofUnknownChurn = units.flatMap((unit) => unit.unknown);
  const unknown = unknownBefore + ofUnknownChurn.length;
  const lacks = unknown === 0 ? {} : { lacks: [`churn of ${unknown} machines so far`] };
  return {
    number,
    machines: units.flatMap(({ members }) =>
      members.map(({ planned, landingZone, key }) => ({ name: planned.machine.name, landingZone, key })),
    ),
    sizeGiB: rounded(sizeGiB),
    bandwidth: {
      value: rounded(leftMbps - own),
      unit: "Mbps",
      formula: `${rounded(totalMbps)} - ${rounded(totalMbps - leftMbps)} of earlier batches - ${rounded(own)} of its own`,
      source,
      ...lacks,
    },
    duration: {
      value: rounded(hours, "up"),
      unit: "hours",
      formula: `${unknown === 0 ? "" : "at least "}${rounded(sizeGiB)} GiB × 8,589.934592 Mbit / ${rounded(leftMbps - own)} Mbps / 3,600`,
      source,
      ...lacks,
    },
    withinGoal: hours <= goal,
    machinesOfUnknownChurn: ofUnknownChurn,
  };
}

function hoursOf({ sizeGiB, deltaMbps }: Load, leftMbps: number): number {
  const mbps = leftMbps - deltaMbps;
  return mbps <= 0 ? Infinity : (sizeGiB * bitsPerGiB) / (mbps * 1_000_000) / secondsPerHour;
}

function plus(a: Load, b: Load): Load {
  return { sizeGiB: a.sizeGiB + b.sizeGiB, deltaMbps: a.deltaMbps + b.deltaMbps };
}

function unitsOf(placed: readonly PlacedMachine[]): Iterable<readonly PlacedMachine[]> {
  return Map.groupBy(placed, ({ planned, landingZone, key }) => {
    const group = planned.machine.multiVmGroup;
    return group === undefined || group === null
      ? `machine ${landingZone} ${key}`
      : `group ${landingZone} ${group.toLowerCase()}`;
  }).values();
}

function unitOf(members: readonly PlacedMachine[], growthPercent: number): BatchUnit | undefined {
  let sizeGiB = 0;
  let deltaMbps = 0;
  const unknown: string[] = [];
  for (const member of members) {
    const size = sizeOf(member);
    if (size === undefined) return undefined;
    sizeGiB += size;
    const { averageMBps } = churnOfMachine(member.planned.machine, growthPercent);
    if (averageMBps === undefined) unknown.push(member.planned.machine.name);
    else deltaMbps += mbpsOf(averageMBps);
  }
  return { members, sizeGiB, deltaMbps, unknown };
}
