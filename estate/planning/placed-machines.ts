import type { LandingZoneMachine } from "../../landing-zone/document";
import type { Disk, DiskType, Nic } from "../../limits/facts/machine";
import type { Judge } from "../../limits/judge";
import { withPercentiles, type ChurnSeries } from "./churn-series";
import type { PlannedNetwork } from "./networks";
import { churnOfDisk, churnOfMachine } from "./planned-churn";
import type { PlannedMachine } from "./planning";
import { refusalOf } from "./recovery-addresses";
import { chooseTargetDisk, type TargetDisk } from "./target-disks";
import type { TargetVmSize, VmSizes } from "./vm-sizes";

/** A machine with its place in the plan. */
export interface PlacedMachine {
  readonly planned: PlannedMachine;
  /** Its key in the landing zone. */
  readonly key: string;
  readonly landingZone: number;
  readonly wave: number;
  readonly recoveryPlan: string;
  /** Group of its recovery plan, from 1. */
  readonly bootGroup: number;
  /** What it belongs to, as the rule of the waves says. */
  readonly application: string;
  /** Number of its cache account, from 1. */
  readonly cacheAccount: number;
  readonly disks: readonly PlacedDisk[];
  /** Undefined where no list of sizes was given. */
  readonly vmSize: TargetVmSize | undefined;
  /** As the landing zone has it. */
  readonly machine: LandingZoneMachine;
}

export interface PlacedDisk {
  readonly disk: Disk;
  /** Undefined for a disk that is left out of replication. */
  readonly target?: TargetDisk;
}

export interface Placement {
  readonly key: string;
  readonly policy: string;
  readonly network: PlannedNetwork;
  /** Fixed addresses that machines of the landing zone keep; this one's are added. */
  readonly takenAddresses: Set<string>;
  readonly wished: DiskType | undefined;
  readonly standardType: DiskType;
  readonly judge: Judge;
  readonly growthPercent: number;
  readonly percentile: number;
  readonly series: ChurnSeries | undefined;
  readonly sizes: VmSizes | undefined;
  readonly availabilityZone: string | undefined;
  readonly wave: number;
  readonly recoveryPlan: string;
  readonly bootGroup: number;
  readonly application: string;
  readonly cacheAccount: number;
  readonly landingZone: number;
}

export function placeMachine(planned: PlannedMachine, placement: Placement): PlacedMachine {
  const { judge, wished, standardType, growthPercent } = placement;
  const measured = withPercentiles(planned.machine, placement.series, placement.percentile);
  const disks = (measured.disks ?? []).map((disk): PlacedDisk =>
    disk.excluded === true
      ? { disk }
      : {
          disk,
          target: chooseTargetDisk(disk, churnOfDisk(disk, growthPercent), judge, {
            wished,
            standard: standardType,
          }),
        },
  );
  const { key, landingZone, wave, recoveryPlan, bootGroup, application, cacheAccount } = placement;
  const vmSize = placement.sizes?.choose({
    machine: planned.machine,
    premium: disks.some(({ target }) => target !== undefined && premiumTypes.has(target.type)),
    peakMBps: churnOfMachine(planned.machine, growthPercent).peakMBps,
    availabilityZone: placement.availabilityZone,
  });
  return {
    planned,
    key,
    landingZone,
    wave,
    recoveryPlan,
    bootGroup,
    application,
    cacheAccount,
    disks,
    vmSize,
    machine: landingZoneMachine(planned, disks, vmSize?.name ?? undefined, placement),
  };
}

/** Types that need a size with premium storage. */
const premiumTypes: ReadonlySet<DiskType> = new Set(["premium-ssd", "premium-ssd-v2", "ultra"]);

function landingZoneMachine(
  { machine }: PlannedMachine,
  disks: readonly PlacedDisk[],
  targetSize: string | undefined,
  { key, policy, network, takenAddresses, availabilityZone, cacheAccount, wave, judge }: Placement,
): LandingZoneMachine {
  // Where the source name is no name in Azure, or another machine has it there already, the key serves.
  const azureName = machine.azureName ?? (machine.name.toLowerCase() === key ? undefined : key);
  const family = machine.os?.family;
  // Hyper-V replicates machines one by one.
  const withoutGroups = judge.scope.scenario.startsWith("hyperv");
  const nics = machine.nics ?? [];
  return {
    ...(machine.name === key ? {} : { sourceName: machine.name }),
    ...(machine.id === undefined ? {} : { sourceId: machine.id }),
    ...(azureName === undefined ? {} : { azureName }),
    ...(machine.kind === undefined ? {} : { kind: machine.kind }),
    ...(family === undefined ? {} : { osFamily: family }),
    policy,
    ...(targetSize === undefined ? {} : { targetSize }),
    ...(availabilityZone === undefined ? {} : { availabilityZone }),
    ...(cacheAccount === 1 ? {} : { cacheStorage: cacheAccount }),
    ...(machine.multiVmGroup === undefined || machine.multiVmGroup === null || withoutGroups
      ? {}
      : { multiVmGroup: machine.multiVmGroup }),
    wave,
    ...(disks.length === 0 ? {} : { disks: disks.map(landingZoneDisk) }),
    ...(nics.length === 0
      ? {}
      : {
          nics: nics.map((nic, index) => ({
            ...(nic.name === undefined ? {} : { name: nic.name }),
            ...(nic.macAddress === undefined ? {} : { macAddress: nic.macAddress }),
            ...(index === 0 ? { primary: true } : {}),
            subnet: network.subnetOf(nic.network),
            ...keptAddress(nic, network, takenAddresses),
          })),
        }),
  };
}

/** The first fixed address that the adapter can keep in its recovery subnet. */
function keptAddress(nic: Nic, network: PlannedNetwork, taken: Set<string>): { readonly staticIp?: string } {
  const name = network.subnetOf(nic.network);
  const subnet = network.subnets.find((each) => each.name === name);
  if (nic.assignment !== "static" || subnet === undefined) return {};
  const staticIp = nic.ipv4?.find((address) => refusalOf(address, subnet, taken) === undefined);
  if (staticIp === undefined) return {};
  taken.add(staticIp);
  return { staticIp };
}

function landingZoneDisk({ disk, target }: PlacedDisk) {
  const { name, sizeGiB, os } = disk;
  return {
    ...(name === undefined ? {} : { name }),
    ...(sizeGiB === undefined ? {} : { sizeGiB }),
    ...(os === undefined ? {} : { os }),
    ...(target === undefined
      ? { excluded: true }
      : { targetType: target.type, ...(target.tier === undefined ? {} : { targetTier: target.tier }) }),
  };
}
