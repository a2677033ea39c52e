import type { Scenario } from "../../limits/scenarios";
import { rounded, sumOf } from "./figure";
import type { PlacedMachine } from "./placed-machines";
import { churnOfDisk, churnOfMachine, replicatedDisksOf, type PlannedChurn } from "./planned-churn";
import type { TargetVmSize } from "./vm-sizes";

/** A planned machine as a plan lists it. Churn is with growth; `null` is not known. */
export interface SizedMachine {
  readonly name: string;
  readonly id?: string;
  readonly scenario: Scenario;
  /** Number of its landing zone. */
  readonly landingZone: number;
  /** Its key there. */
  readonly key: string;
  readonly wave: number;
  readonly recoveryPlan: string;
  /** Group of its recovery plan, from 1. */
  readonly bootGroup: number;
  readonly multiVmGroup?: string;
  readonly cpuCores: number | null;
  readonly memoryMiB: number | null;
  /** Absent where no list of sizes was given. */
  readonly vmSize?: TargetVmSize;
  readonly sizeGiB: number | null;
  readonly churn: SizedChurn;
  readonly disks: readonly SizedDisk[];
}

export interface SizedChurn {
  readonly averageMBps: number | null;
  readonly peakMBps: number | null;
  readonly dailyGB: number | null;
}

export interface SizedDisk {
  readonly name?: string;
  readonly sizeGiB: number | null;
  readonly churn: SizedChurn;
  /** Absent for a disk that is left out of replication. */
  readonly target?: {
    readonly type: string;
    readonly tier: string | null;
    readonly why: string;
    readonly source: string;
  };
}

export function sizeMachine(placed: PlacedMachine, growthPercent: number): SizedMachine {
  const { machine, assessed } = placed.planned;
  const { multiVmGroup } = machine;
  return {
    name: machine.name,
    ...(machine.id === undefined ? {} : { id: machine.id }),
    scenario: assessed.scenario,
    landingZone: placed.landingZone,
    key: placed.key,
    wave: placed.wave,
    recoveryPlan: placed.recoveryPlan,
    bootGroup: placed.bootGroup,
    ...(multiVmGroup === undefined || multiVmGroup === null ? {} : { multiVmGroup }),
    cpuCores: machine.cpuCores ?? null,
    memoryMiB: machine.memoryMiB ?? null,
    ...(placed.vmSize === undefined ? {} : { vmSize: placed.vmSize }),
    sizeGiB: sizeOf(placed) ?? null,
    churn: sizedChurn(churnOfMachine(machine, growthPercent)),
    disks: placed.disks.map(({ disk, target }, index) => ({
      ...(disk.name === undefined ? {} : { name: disk.name }),
      sizeGiB: disk.sizeGiB ?? null,
      // Tiers are chosen by the percentile of a series; the average is the inventory's.
      churn: sizedChurn(churnOfDisk(machine.disks?.[index] ?? disk, growthPercent)),
      ...(target === undefined
        ? {}
        : {
            target: { type: target.type, tier: target.tier ?? null, why: target.why, source: target.source },
          }),
    })),
  };
}

/** Size of all disks that replicate; undefined as soon as one is not known. */
export function sizeOf({ planned }: PlacedMachine): number | undefined {
  const disks = replicatedDisksOf(planned.machine);
  return disks.length === 0 ? undefined : sumOf(disks.map(({ sizeGiB }) => sizeGiB));
}

function sizedChurn({ averageMBps, peakMBps, dailyGB }: PlannedChurn): SizedChurn {
  const known = (value: number | undefined): number | null => (value === undefined ? null : rounded(value));
  return { averageMBps: known(averageMBps), peakMBps: known(peakMBps), dailyGB: known(dailyGB) };
}
