import { landingZoneVersion, type LandingZone, type LandingZoneMachine } from "../../landing-zone/document";
import type { DiskType } from "../../limits/facts/machine";
import { normalizeRegion } from "../../limits/facts/region";
import type { EstateMachine } from "../document";
import { identityOf, sourceRegionOf, type LeftOutMachine, type PlannedMachine, type Planning } from "../plan";
import { allocate, type Unit } from "./allocation";
import { machinesPerRecoveryPlan } from "./caps";
import { diskTier } from "./disk-tiers";
import { UniqueNames } from "./names";
import { planNetwork, type PlannedNetwork } from "./networks";
import { chooseAvailabilityZone, chooseCacheStorage, policyKind } from "./resources";

/** What one landing zone is built from, besides its machines. */
export interface Building extends Planning {
  /** 1 for the first landing zone. */
  readonly number: number;
  readonly earlier: readonly LandingZone[];
}

export interface BuiltLandingZone {
  readonly zone: LandingZone;
  /** Machines of multi-VM groups that no recovery plan can hold. */
  readonly leftOut: readonly LeftOutMachine[];
}

const policyName = "default";

/** The landing zone of one vault. */
export function buildLandingZone(
  units: readonly Unit<PlannedMachine>[],
  building: Building,
): BuiltLandingZone {
  const { document, judge, number, options, assumptions } = building;
  const { scenario, experience, edition } = judge.scope;
  const target = document.target ?? {};
  const region = normalizeRegion(building.region);
  const sourceRegion = scenario === "azure-to-azure" ? normalizeRegion(sourceRegionOf(document)) : undefined;
  const suffix = number === 1 ? region : `${region}-${number}`;

  const cap = machinesPerRecoveryPlan(judge);
  if (cap !== undefined) assumptions.add(`Kept: ${cap.text}.`);
  const plans = allocate(units, cap === undefined ? [] : [{ cap: cap.value, sizeOf: () => 1 }]);
  const leftOut = plans.tooLarge.flatMap(({ members }) =>
    members.map(({ assessed }) => ({
      ...identityOf(assessed),
      verdict: assessed.verdict,
      reasons: [
        `Its multi-VM group fails over as a whole, in one recovery plan, and has ${members.length} machines: ${cap?.text ?? ""}.`,
      ],
    })),
  );
  const kept = plans.bins.flat().flatMap(({ members }) => members);
  const network = planNetwork(
    kept.map(({ machine }) => machine),
    document.machines,
    building.earlier.flatMap(({ networks }) =>
      networks !== undefined && "addressSpaces" in networks.recovery ? networks.recovery.addressSpaces : [],
    ),
  );
  const zone = chooseAvailabilityZone(judge, target);
  const cache = chooseCacheStorage(judge, target, sourceRegion ?? region);
  for (const { reason } of [zone, cache]) if (reason !== undefined) assumptions.add(reason);

  const keys = new Map<PlannedMachine, string>();
  const names = new UniqueNames();
  for (const planned of kept) keys.set(planned, names.of(planned.machine.name));
  const machines = Object.fromEntries(
    kept.map((planned) => [
      keys.get(planned) ?? "",
      plannedMachine(planned.machine, keys.get(planned) ?? "", {
        network,
        diskType: diskTypeOf(building),
        availabilityZone: zone.value,
      }),
    ]),
  );
  const kind = policyKind(judge);
  const recoveryPlans = plans.bins.map((bin, index) => ({
    name: `plan-${suffix}-${index + 1}`,
    groups: [
      {
        groupType: "Boot" as const,
        machines: bin.flatMap(({ members }) => members.map((member) => keys.get(member) ?? "")),
      },
    ],
  }));
  return {
    leftOut,
    zone: {
      schema: landingZoneVersion,
      edition,
      scenario,
      ...(experience === undefined ? {} : { experience }),
      region,
      ...(sourceRegion === undefined ? {} : { sourceRegion }),
      resourceGroups: { vault: { name: `rg-asr-${suffix}` } },
      vault: { name: `rsv-asr-${suffix}`, identity: "system" },
      ...(kind === undefined
        ? {}
        : {
            cacheStorage: cache.value,
            networks: {
              recovery: networkOf(`vnet-asr-${suffix}`, network),
              testFailover: networkOf(`vnet-asr-${suffix}-test`, network),
            },
            policies: [
              {
                name: policyName,
                instanceType: kind,
                ...(kind === "InMageAzureV2" && options.rpoMinutes !== undefined
                  ? { rpoThresholdInMinutes: options.rpoMinutes }
                  : {}),
              },
            ],
          }),
      ...(kept.length === 0 ? {} : { machines, recoveryPlans }),
      monitoring: { workspace: { name: `log-asr-${suffix}` } },
    },
  };
}

function networkOf(name: string, { addressSpace, subnets }: PlannedNetwork) {
  return { name, addressSpaces: [addressSpace], subnets: [...subnets] };
}

/** Replica disks of the target's type; before managed disks, machines were replicated to storage accounts. */
function diskTypeOf({ document, judge, assumptions }: Building): DiskType {
  const wished = document.target?.diskType;
  if (wished !== undefined) return wished;
  const type = judge.scope.edition === "2016-12" ? "storage-account" : "standard-ssd";
  assumptions.add(`Disks are planned as ${type}; target.diskType in an estate document plans another type.`);
  return type;
}

interface Placement {
  readonly network: PlannedNetwork;
  readonly diskType: DiskType;
  readonly availabilityZone: string | undefined;
}

function plannedMachine(machine: EstateMachine, key: string, placement: Placement): LandingZoneMachine {
  // Where the source name is no name in Azure, or another machine has it there already, the key serves.
  const azureName = machine.azureName ?? (machine.name.toLowerCase() === key ? undefined : key);
  const family = machine.os?.family;
  return {
    ...(machine.name === key ? {} : { sourceName: machine.name }),
    ...(machine.id === undefined ? {} : { sourceId: machine.id }),
    ...(azureName === undefined ? {} : { azureName }),
    ...(machine.kind === undefined ? {} : { kind: machine.kind }),
    ...(family === undefined ? {} : { osFamily: family }),
    policy: policyName,
    ...(placement.availabilityZone === undefined ? {} : { availabilityZone: placement.availabilityZone }),
    ...(machine.multiVmGroup === undefined || machine.multiVmGroup === null
      ? {}
      : { multiVmGroup: machine.multiVmGroup }),
    ...withItems(
      "disks",
      machine.disks?.map((disk) => plannedDisk(disk, placement.diskType)),
    ),
    ...withItems(
      "nics",
      machine.nics?.map((nic, index) => ({
        ...(nic.name === undefined ? {} : { name: nic.name }),
        ...(nic.macAddress === undefined ? {} : { macAddress: nic.macAddress }),
        ...(index === 0 ? { primary: true } : {}),
        subnet: placement.network.subnetOf(nic.network),
      })),
    ),
  };
}

function withItems<K extends string, T>(
  key: K,
  items: readonly T[] | undefined,
): { readonly [key in K]?: readonly T[] } {
  return (items === undefined || items.length === 0 ? {} : { [key]: items }) as {
    readonly [key in K]?: readonly T[];
  };
}

function plannedDisk(disk: NonNullable<EstateMachine["disks"]>[number], wished: DiskType) {
  const { name, sizeGiB, os, excluded } = disk;
  const targetType = disk.targetType ?? wished;
  const targetTier = disk.targetTier ?? (sizeGiB === undefined ? undefined : diskTier(targetType, sizeGiB));
  return {
    ...(name === undefined ? {} : { name }),
    ...(sizeGiB === undefined ? {} : { sizeGiB }),
    ...(os === undefined ? {} : { os }),
    ...(excluded === true
      ? { excluded }
      : { targetType, ...(targetTier === undefined ? {} : { targetTier }) }),
  };
}
