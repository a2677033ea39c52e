import * as pulumi from "@pulumi/pulumi";
import { parseResourceId } from "../../limits/facts/resource-id";
import type { LandingZone, LandingZoneMachine } from "../../landing-zone/document";
import type { AzureMachineArgs } from "../azure-to-azure-replication/machine-args";
import type {
  ApplianceMachineArgs,
  ConfigurationServerMachineArgs,
  HyperVMachineArgs,
} from "../on-premises-replication/machine-args";

/** What the machines of a landing zone replicate with: ids that arise beside them. */
export interface MachineSurroundings {
  readonly policyIds: pulumi.Output<{ readonly [name: string]: string }>;
  /** Name of the policy of machines that name none. */
  readonly defaultPolicy: string;
  /** Ids of the cache accounts, in the order of the document. */
  readonly cacheIds: readonly pulumi.Output<string>[];
  readonly recoveryResourceGroupId: pulumi.Input<string>;
}

/** SKUs of Azure by the document's kinds of disk. */
export const diskSkus: Readonly<Record<string, string>> = {
  "standard-hdd": "Standard_LRS",
  "standard-ssd": "StandardSSD_LRS",
  "premium-ssd": "Premium_LRS",
  "premium-ssd-v2": "PremiumV2_LRS",
  ultra: "UltraSSD_LRS",
};

const defaultDiskSku = "StandardSSD_LRS";

/** Machines that the vault can know by now, by their keys: the others wait. */
export function protectableMachines(zone: LandingZone): readonly (readonly [string, LandingZoneMachine])[] {
  if (zone.replication === undefined || zone.replication.plumbingOnly === true) return [];
  return Object.entries(zone.machines ?? {}).filter(([, machine]) =>
    zone.scenario === "azure-to-azure"
      ? typeOf(machine.sourceId) === "microsoft.compute/virtualmachines" && azureDisks(machine).length > 0
      : machine.discoveredId !== undefined,
  );
}

export function azureMachine(machine: LandingZoneMachine, around: MachineSurroundings): AzureMachineArgs {
  return {
    virtualMachineId: machine.sourceId ?? "",
    disks: azureDisks(machine).map(({ sourceId, targetType }) => ({
      diskId: sourceId ?? "",
      primaryStagingAzureStorageAccountId: cacheOf(machine, around),
      ...(targetType === undefined
        ? {}
        : { recoveryTargetDiskAccountType: diskSkus[targetType] ?? defaultDiskSku }),
    })),
    ...common(machine, around),
    recoveryResourceGroupId: machine.recoveryResourceGroupId ?? around.recoveryResourceGroupId,
    ...defined("recoveryAzureVMName", machine.azureName),
    ...defined("recoveryAzureVMSize", machine.targetSize),
    ...defined("recoveryAvailabilityZone", machine.availabilityZone),
    ...defined("recoveryAvailabilitySetId", machine.availabilitySetId),
    ...defined("recoveryProximityPlacementGroupId", machine.proximityPlacementGroupId),
    ...defined("multiVmGroupName", machine.multiVmGroup ?? undefined),
    ...adapters(machine),
  };
}

export function applianceMachine(
  machine: LandingZoneMachine,
  around: MachineSurroundings,
): ApplianceMachineArgs {
  const disks = namedDisks(machine, around);
  const logStorageAccountId = cacheOf(machine, around);
  const [nic] = machine.nics ?? [];
  return {
    fabricDiscoveryMachineId: machine.discoveredId ?? "",
    ...common(machine, around),
    targetResourceGroupId: machine.recoveryResourceGroupId ?? around.recoveryResourceGroupId,
    ...(disks.length === 0
      ? { disksDefault: { logStorageAccountId, diskType: skuOf(machine.disks?.[0]?.targetType) } }
      : { disksToInclude: disks }),
    ...defined("targetVmName", machine.azureName),
    ...defined("multiVmGroupName", machine.multiVmGroup ?? undefined),
    ...placement(machine),
    ...defined("targetSubnetName", nic?.subnet),
    ...defined("testSubnetName", nic?.testFailoverSubnet),
    ...(machine.nics?.length === 1 && (nic?.staticIp ?? nic?.testFailoverStaticIp) !== undefined
      ? {
          vmNics: [
            {
              ...defined("targetSubnetName", nic?.subnet),
              ...defined("targetStaticIPAddress", nic?.staticIp),
              ...defined("testSubnetName", nic?.testFailoverSubnet),
              ...defined("testStaticIPAddress", nic?.testFailoverStaticIp),
            },
          ],
        }
      : {}),
  };
}

/** A machine of a configuration server. */
export function configurationServerMachine(
  machine: LandingZoneMachine,
  around: MachineSurroundings,
): ConfigurationServerMachineArgs {
  const disks = namedDisks(machine, around);
  return {
    ...protectableMachine(machine, around),
    ...(disks.length === 0 ? {} : { disksToInclude: disks }),
    ...defined("multiVmGroupName", machine.multiVmGroup ?? undefined),
  };
}

/** Operating systems as Hyper-V replication spells them; it has no word for others. */
const osTypes: Readonly<Record<string, string>> = { windows: "Windows", linux: "Linux" };

/** A machine of a Hyper-V host or a VMM cloud. */
export function hyperVMachine(machine: LandingZoneMachine, around: MachineSurroundings): HyperVMachineArgs {
  const family = machine.osFamily ?? machine.os?.family;
  const disks = namedDisks(machine, around);
  return {
    ...protectableMachine(machine, around),
    ...(disks.length === 0 ? {} : { disksToIncludeForManagedDisks: disks }),
    ...defined("osType", family === undefined ? undefined : osTypes[family]),
  };
}

/** The disks that replicate, where the document names them by the ids that their source knows them by. */
function namedDisks(machine: LandingZoneMachine, around: MachineSurroundings) {
  const logStorageAccountId = cacheOf(machine, around);
  return (machine.disks ?? []).flatMap(({ sourceId, excluded, targetType }) =>
    sourceId === undefined || excluded === true
      ? []
      : [{ diskId: sourceId, logStorageAccountId, diskType: skuOf(targetType) }],
  );
}

/** What the two have in common. */
function protectableMachine(machine: LandingZoneMachine, around: MachineSurroundings) {
  return {
    protectableItemId: machine.discoveredId ?? "",
    ...common(machine, around),
    targetAzureV2ResourceGroupId: machine.recoveryResourceGroupId ?? around.recoveryResourceGroupId,
    logStorageAccountId: cacheOf(machine, around),
    diskType: skuOf(machine.disks?.[0]?.targetType),
    ...defined("targetAzureVmName", machine.azureName),
    ...placement(machine),
    ...adapters(machine),
  };
}

function common(machine: LandingZoneMachine, around: MachineSurroundings) {
  const policy = machine.policy ?? around.defaultPolicy;
  return {
    policyId: around.policyIds.apply((ids) => ids[policy] ?? ""),
  };
}

function placement(machine: LandingZoneMachine) {
  return {
    ...defined("targetVmSize", machine.targetSize),
    ...defined("targetAvailabilityZone", machine.availabilityZone),
    ...defined("targetAvailabilitySetId", machine.availabilitySetId),
    ...defined("targetProximityPlacementGroupId", machine.proximityPlacementGroupId),
    ...defined("licenseType", machine.licenseType),
    ...defined("targetVmTags", machine.tags),
  };
}

/** With one adapter nobody has to say which one is meant; of several, only Azure's own ids could tell. */
function adapters(machine: LandingZoneMachine) {
  const [nic, ...others] = machine.nics ?? [];
  if (nic === undefined || others.length > 0) return {};
  const settings = {
    ...defined("recoverySubnetName", nic.subnet),
    ...defined("recoveryStaticIPAddress", nic.staticIp),
    ...defined("tfoSubnetName", nic.testFailoverSubnet),
    ...defined("tfoStaticIPAddress", nic.testFailoverStaticIp),
  };
  return Object.keys(settings).length === 0 ? {} : { vmNics: [{ ipConfigs: [settings] }] };
}

function azureDisks(machine: LandingZoneMachine) {
  return (machine.disks ?? []).filter(
    ({ sourceId, excluded }) => excluded !== true && typeOf(sourceId) === "microsoft.compute/disks",
  );
}

/** The machine's cache account; the first where it names none. */
function cacheOf(machine: LandingZoneMachine, { cacheIds }: MachineSurroundings): pulumi.Input<string> {
  return cacheIds[(machine.cacheStorage ?? 1) - 1] ?? "";
}

function skuOf(targetType: string | undefined): string {
  return (targetType === undefined ? undefined : diskSkus[targetType]) ?? defaultDiskSku;
}

function typeOf(id: string | undefined): string | undefined {
  return id?.startsWith("/") === true ? parseResourceId(id).type : undefined;
}

function defined<Name extends string, Value>(
  name: Name,
  value: Value | undefined,
): Partial<Record<Name, Value>> {
  return value === undefined ? {} : ({ [name]: value } as Record<Name, Value>);
}
