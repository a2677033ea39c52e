import type * as pulumi from "@pulumi/pulumi";
import { CacheStorage, type StorageFirewallArgs } from "../../components";
import { storageAccountName } from "../../components/names";
import type {
  LandingZone,
  LandingZoneCacheStorage,
  LandingZoneLogStorage,
} from "../../landing-zone/document";
import type { LimitScope } from "./deploy";
import type { ResourceGroupNames } from "./resource-groups";

/** The cache or replication account with its log account; undefined where the document has none. */
export function cacheStorage(
  name: string,
  zone: LandingZone,
  scope: LimitScope,
  groups: ResourceGroupNames,
  level: LandingZoneCacheStorage | undefined,
): CacheStorage | undefined {
  if (level === undefined) return undefined;
  const vaultLocation = "name" in zone.vault ? (zone.vault.location ?? zone.region) : undefined;
  const log = level.logStorage;
  const common = {
    ...scope,
    vaultLocation,
    // The document says everything: an account that it does not name is not created.
    createLogAccount: log !== undefined,
    ...(log === undefined ? {} : { logAccount: logAccount(log) }),
  };
  if ("id" in level) {
    return new CacheStorage(name, {
      ...common,
      accountId: level.id,
      ...(log === undefined || "id" in log
        ? {}
        : { resourceGroupName: groups.storage, location: log.location ?? zone.region }),
    });
  }
  return new CacheStorage(name, {
    ...common,
    resourceGroupName: zone.scenario === "azure-to-azure" ? groups.source : groups.storage,
    location:
      level.location ?? (zone.scenario === "azure-to-azure" ? zone.sourceRegion : undefined) ?? zone.region,
    accountName: level.name ?? storageAccountName(vaultName(zone) + (name === "cache" ? "" : name)),
    kind: level.kind,
    sku: level.sku,
    accessTier: level.accessTier,
    ...(level.firewall === undefined ? {} : { firewall: firewall(level.firewall) }),
    minimumTlsVersion: level.minimumTlsVersion,
    publicBlobAccess: level.publicBlobAccess,
    blobSoftDelete: level.blobSoftDelete,
    hierarchicalNamespace: level.hierarchicalNamespace,
    tags: { ...zone.tags, ...level.tags },
  });
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
