import type * as pulumi from "@pulumi/pulumi";
import type { CacheStorageArgs, StorageFirewallArgs } from "../cache-storage/cache-storage";
import { storageAccountName } from "../inputs/names";
import type {
  LandingZone,
  LandingZoneCacheStorage,
  LandingZoneLogStorage,
} from "../../landing-zone/document";
import type { LimitScope } from "./scope";
import { privateEndpointLevel } from "./private-endpoints";
import type { ResourceGroupNames } from "./resource-groups";

/**
 * Arguments of the cache or replication account with its log account.
 *
 * @param number of the account, where the landing zone has several
 */
export function cacheStorageArgs(
  use: "cache" | "failback",
  zone: LandingZone,
  scope: LimitScope,
  groups: ResourceGroupNames,
  level: LandingZoneCacheStorage,
  number = 1,
): CacheStorageArgs {
  const vaultLocation = "name" in zone.vault ? (zone.vault.location ?? zone.region) : undefined;
  const log = level.logStorage;
  // Azure machines write to a cache account beside them; on the way back that is in the recovery region.
  const atSource = zone.scenario === "azure-to-azure" && use === "cache";
  const common = {
    ...scope,
    vaultLocation,
    // The document says everything: an account that it does not name is not created.
    createLogAccount: log !== undefined,
    ...(log === undefined ? {} : { logAccount: logAccount(log) }),
  };
  if ("id" in level) {
    return {
      ...common,
      accountId: level.id,
      ...(log === undefined || "id" in log
        ? {}
        : { resourceGroupName: groups.storage, location: log.location ?? zone.region }),
    };
  }
  return {
    ...common,
    resourceGroupName: atSource ? groups.source : groups.storage,
    location: level.location ?? (atSource ? zone.sourceRegion : undefined) ?? zone.region,
    accountName:
      level.name ??
      storageAccountName(
        vaultName(zone) + (use === "cache" ? "" : use) + (number === 1 ? "" : `-cache-${number}`),
      ),
    kind: level.kind,
    sku: level.sku,
    accessTier: level.accessTier,
    ...(level.firewall === undefined ? {} : { firewall: firewall(level.firewall) }),
    ...(level.privateEndpoints === undefined
      ? {}
      : { privateEndpoints: level.privateEndpoints.map(privateEndpointLevel) }),
    minimumTlsVersion: level.minimumTlsVersion,
    publicBlobAccess: level.publicBlobAccess,
    blobSoftDelete: level.blobSoftDelete,
    hierarchicalNamespace: level.hierarchicalNamespace,
    tags: { ...zone.tags, ...level.tags },
  };
}

/** The cache accounts of a landing zone in the order of their numbers. */
export function cacheLevels(zone: LandingZone): readonly LandingZoneCacheStorage[] {
  return [
    ...(zone.cacheStorage === undefined ? [] : [zone.cacheStorage]),
    ...(zone.additionalCacheStorage ?? []),
  ];
}

function logAccount(log: LandingZoneLogStorage) {
  if ("id" in log) return { accountId: log.id };
  return { accountName: log.name, kind: log.kind, sku: log.sku, location: log.location };
}

function firewall(
  rules: NonNullable<Extract<LandingZoneCacheStorage, { readonly kind: unknown }>["firewall"]>,
): StorageFirewallArgs {
  return {
    defaultAction: rules.defaultAction,
    ...(rules.bypass === undefined ? {} : { bypass: [...rules.bypass] as pulumi.Input<string>[] }),
    ...(rules.subnetIds === undefined ? {} : { subnetIds: [...rules.subnetIds] }),
    ...(rules.ipRules === undefined ? {} : { ipRanges: [...rules.ipRules] }),
  };
}

/** Name of the vault, new or existing. */
export function vaultName(zone: LandingZone): string {
  return "id" in zone.vault ? (zone.vault.id.split("/").at(-1) ?? "") : zone.vault.name;
}
