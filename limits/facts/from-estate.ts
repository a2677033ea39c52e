import type {
  Deployment,
  ProtectedDisk,
  ProtectedItem,
  RecoveryNetwork,
  StorageAccount,
  Vault,
} from "./azure";
import type { Disk, DiskType, Machine } from "./machine";
import { known } from "./known";
import { normalizeRegion } from "./region";
import type { RecoveryTarget, Site } from "./site";

/**
 * What a planned target says about the Azure resources of a landing zone, as the facts that the rules on
 * Azure resources judge. What the target leaves out stays unknown.
 */
export interface TargetFacts {
  readonly vault?: Vault;
  readonly storageAccounts: readonly StorageAccount[];
  readonly networks: readonly RecoveryNetwork[];
  /** The settings that all machines of the estate are recovered with. */
  readonly protectedItem?: ProtectedItem;
  readonly deployment: Deployment;
}

const diskSkus: Readonly<Partial<Record<DiskType, string>>> = {
  "standard-hdd": "Standard_LRS",
  "standard-ssd": "StandardSSD_LRS",
  "premium-ssd": "Premium_LRS",
  "premium-ssd-v2": "PremiumV2_LRS",
  ultra: "UltraSSD_LRS",
};

/**
 * Facts of the estate's target, and of the deployment that its machines would make. An estate without a
 * target has no Azure side to judge but the machines themselves.
 */
export function factsFromTarget(site: Pick<Site, "target">, machines: readonly Machine[] = []): TargetFacts {
  const target = site.target ?? {};
  const vault = vaultOf(target);
  const storageAccounts = storageAccountsOf(target);
  const networks = networksOf(target);
  const protectedItem = protectedItemOf(target);
  return {
    ...(vault === undefined ? {} : { vault }),
    storageAccounts,
    networks,
    ...(protectedItem === undefined ? {} : { protectedItem }),
    deployment: {
      ...(vault === undefined ? {} : { vault }),
      ...(storageAccounts.length === 0 ? {} : { storageAccounts }),
      ...(networks.length === 0 ? {} : { networks }),
      ...(machines.length === 0
        ? {}
        : { protectedItems: machines.map((machine) => protectedItemFromMachine(machine, target)) }),
      ...region("targetRegion", target.region),
    },
  };
}

/**
 * The machine as it would be protected: its names, disks and group, and the settings of the target. What
 * an Azure VM has of its own is the source's.
 */
export function protectedItemFromMachine(machine: Machine, target: RecoveryTarget = {}): ProtectedItem {
  const { azure } = machine;
  return known<ProtectedItem>({
    ...protectedItemOf(target),
    name: machine.name,
    id: machine.id,
    targetName: machine.azureName,
    multiVmGroup: machine.multiVmGroup,
    sourceVmId: azure?.vmId,
    sourceZone: azure?.zone,
    securityType: azure?.securityType,
    disks: machine.disks
      ?.filter((disk) => disk.excluded !== true)
      .map((disk) => diskOf(disk, machine, target)),
  });
}

function diskOf(disk: Disk, machine: Machine, target: RecoveryTarget): ProtectedDisk {
  const type = disk.targetType ?? target.diskType;
  return known<ProtectedDisk>({
    id: disk.name,
    type: type === undefined ? undefined : diskSkus[type],
    os: disk.os,
    sizeGiB: disk.sizeGiB,
    churnMBps: disk.churn?.averageMBps,
    managed: disk.kind === "managed" ? true : isBlob(disk, machine) ? false : undefined,
  });
}

/** Of an Azure VM a VHD is a blob in a storage account: an unmanaged disk. */
function isBlob(disk: Disk, machine: Machine): boolean {
  return machine.kind === "azure-vm" && disk.kind === "vhd";
}

function vaultOf(target: RecoveryTarget): Vault | undefined {
  return target.vaultRegion === undefined ? undefined : { ...region("location", target.vaultRegion) };
}

function storageAccountsOf(target: RecoveryTarget): StorageAccount[] {
  const { storageAccountKind, storageSku, storageAccessTier, storageRegion, logStorageSku } = target;
  const accounts: StorageAccount[] = [];
  if (storageAccountKind !== undefined || storageSku !== undefined || storageAccessTier !== undefined) {
    accounts.push({
      name: "target storage account",
      role: "replication",
      ...region("location", storageRegion ?? target.region),
      ...(storageAccountKind === undefined ? {} : { kind: storageAccountKind }),
      ...(storageSku === undefined ? {} : { sku: storageSku }),
      ...(storageAccessTier === undefined ? {} : { accessTier: storageAccessTier }),
    });
  }
  if (logStorageSku !== undefined) {
    accounts.push({
      name: "log storage account",
      role: "log",
      ...region("location", storageRegion ?? target.region),
      sku: logStorageSku,
    });
  }
  return accounts;
}

function networksOf(target: RecoveryTarget): RecoveryNetwork[] {
  return target.networkRegion === undefined
    ? []
    : [{ name: "target network", role: "recovery", ...region("location", target.networkRegion) }];
}

function protectedItemOf(target: RecoveryTarget): ProtectedItem | undefined {
  const { availabilityZone, availabilitySet, diskType } = target;
  if (availabilityZone === undefined && availabilitySet === undefined && diskType === undefined) {
    return undefined;
  }
  const sku = diskType === undefined ? undefined : diskSkus[diskType];
  return {
    name: "target",
    ...(availabilityZone === undefined ? {} : { availabilityZone: availabilityZone || null }),
    ...(availabilitySet === undefined ? {} : { availabilitySetId: availabilitySet ? "planned" : null }),
    // Of every disk, the operating system's among them.
    ...(sku === undefined ? {} : { disks: [{ id: "every disk", type: sku, os: true }] }),
  };
}

function region<K extends string>(fact: K, name: string | undefined): { readonly [key in K]?: string } {
  return (name === undefined ? {} : { [fact]: normalizeRegion(name) }) as { readonly [key in K]?: string };
}
