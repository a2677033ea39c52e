import type { Deployment, ProtectedItem, RecoveryNetwork, StorageAccount, Vault } from "./azure";
import type { DiskType, Machine } from "./machine";
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

/** Facts of the estate's target. An estate without a target has no Azure side to judge. */
export function factsFromTarget(site: Pick<Site, "target">): TargetFacts {
  const target = site.target;
  if (target === undefined) return { storageAccounts: [], networks: [], deployment: {} };
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
      ...region("targetRegion", target.region),
    },
  };
}

/** The machine as it would be protected: its name in Azure together with the settings of the target. */
export function protectedItemFromMachine(machine: Machine, target: RecoveryTarget = {}): ProtectedItem {
  return {
    ...protectedItemOf(target),
    name: machine.name,
    ...(machine.azureName === undefined ? {} : { targetName: machine.azureName }),
    ...(machine.multiVmGroup === undefined ? {} : { multiVmGroup: machine.multiVmGroup }),
  };
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
    ...(sku === undefined ? {} : { disks: [{ type: sku }] }),
  };
}

function region<K extends string>(fact: K, name: string | undefined): { readonly [key in K]?: string } {
  return (name === undefined ? {} : { [fact]: normalizeRegion(name) }) as { readonly [key in K]?: string };
}
