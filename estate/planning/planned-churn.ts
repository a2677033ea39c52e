import { churnOf } from "../../limits/facts/churn";
import type { Disk, Machine } from "../../limits/facts/machine";
import { sumOf } from "./figure";

/** Churn to plan for: what was measured, with growth. What is not known is undefined, never 0. */
export interface PlannedChurn {
  readonly averageMBps: number | undefined;
  readonly peakMBps: number | undefined;
  readonly dailyGB: number | undefined;
  /** Size of I/O does not grow. */
  readonly averageIoKB: number | undefined;
}

const secondsPerDay = 86_400;
/** The documents' daily figures are rate × 86,400 / 1,024. */
const megabytesPerGigabyte = 1024;

export function dailyGBOf(averageMBps: number): number {
  return (averageMBps * secondsPerDay) / megabytesPerGigabyte;
}

function averageOf(dailyGB: number): number {
  return (dailyGB * megabytesPerGigabyte) / secondsPerDay;
}

/** Disks that replicate. */
export function replicatedDisksOf({ disks }: Pick<Machine, "disks">): readonly Disk[] {
  return (disks ?? []).filter(({ excluded }) => excluded !== true);
}

/** Planning value of a disk: its figures plus growth. */
export function churnOfDisk({ churn }: Disk, growthPercent: number): PlannedChurn {
  return grown(completed(churnOf(churn)), growthPercent);
}

/**
 * Planning value of a machine: its own figures where it has them, else the sum of its disks'. A sum of peaks
 * is an upper bound of the peak of the sum.
 */
export function churnOfMachine(machine: Machine, growthPercent: number): PlannedChurn {
  const own = completed(churnOf(machine.churn));
  const disks = machine.disks === undefined ? undefined : replicatedDisksOf(machine);
  const sum = (pick: (churn: PlannedChurn) => number | undefined): number | undefined =>
    disks === undefined || disks.length === 0
      ? undefined
      : sumOf(disks.map(({ churn }) => pick(completed(churnOf(churn)))));
  return grown(
    {
      averageMBps: own.averageMBps ?? sum(({ averageMBps }) => averageMBps),
      peakMBps: own.peakMBps ?? sum(({ peakMBps }) => peakMBps),
      dailyGB: own.dailyGB ?? sum(({ dailyGB }) => dailyGB),
      averageIoKB: own.averageIoKB,
    },
    growthPercent,
  );
}

/** An average rate and a daily amount tell each other. */
function completed(churn: PlannedChurn): PlannedChurn {
  const { averageMBps, dailyGB } = churn;
  return {
    ...churn,
    averageMBps: averageMBps ?? (dailyGB === undefined ? undefined : averageOf(dailyGB)),
    dailyGB: dailyGB ?? (averageMBps === undefined ? undefined : dailyGBOf(averageMBps)),
  };
}

function grown(churn: PlannedChurn, growthPercent: number): PlannedChurn {
  const factor = 1 + growthPercent / 100;
  const times = (value: number | undefined): number | undefined =>
    value === undefined ? undefined : value * factor;
  return {
    averageMBps: times(churn.averageMBps),
    peakMBps: times(churn.peakMBps),
    dailyGB: times(churn.dailyGB),
    averageIoKB: churn.averageIoKB,
  };
}
