import {
  RecoveryVault,
  type CacheAccessArgs,
  type CacheStorage,
  type VaultDiagnosticsArgs,
} from "../../components";
import type { LandingZone } from "../../landing-zone/document";
import type { LimitScope } from "./deploy";
import type { ResourceGroupNames } from "./resource-groups";

/** The vault with its logs, its private endpoints and its rights on the storage of the landing zone. */
export function recoveryVault(
  zone: LandingZone,
  scope: LimitScope,
  groups: ResourceGroupNames,
  cache: CacheStorage | undefined,
): RecoveryVault {
  const level = zone.vault;
  const location = ("name" in level ? level.location : undefined) ?? zone.region;
  const diagnostics = diagnosticsOf(zone);
  if ("id" in level) {
    return new RecoveryVault("vault", {
      ...scope,
      vaultId: level.id,
      resourceGroupName: groups.monitoring,
      location,
      diagnostics,
      cacheAccess: cacheAccess(zone, cache),
      tags: zone.tags,
    });
  }
  const hasSystemIdentity = level.identity === undefined || level.identity.startsWith("system");
  return new RecoveryVault("vault", {
    ...scope,
    vaultName: level.name,
    resourceGroupName: groups.vault,
    location,
    ...(level.sku === undefined ? {} : { skuName: level.sku.name, skuTier: level.sku.tier }),
    systemAssignedIdentity: hasSystemIdentity,
    ...(level.userAssignedIdentityIds === undefined
      ? {}
      : { userAssignedIdentityIds: [...level.userAssignedIdentityIds] }),
    publicNetworkAccess: level.publicNetworkAccess,
    privateEndpoints: (level.privateEndpoints ?? []).map(({ name, subnetId, privateDnsZoneIds }) => ({
      name,
      subnetId,
      privateDnsZoneIds: [...(privateDnsZoneIds ?? [])],
    })),
    immutability: level.immutability,
    storageRedundancy: level.storageRedundancy,
    crossRegionRestore: level.crossRegionRestore,
    diagnostics,
    cacheAccess: hasSystemIdentity ? cacheAccess(zone, cache) : [],
    tags: { ...zone.tags, ...level.tags },
  });
}

/** The accounts that the vault's identity writes to. */
function cacheAccess(zone: LandingZone, cache: CacheStorage | undefined): CacheAccessArgs[] {
  const level = zone.cacheStorage;
  if (cache === undefined || level === undefined) return [];
  const premium = "sku" in level && level.sku.startsWith("Premium");
  return [
    { storageAccountId: cache.accountId, premium },
    ...(level.logStorage === undefined
      ? []
      : [{ storageAccountId: cache.logAccountId.apply((id) => id ?? "") }]),
  ];
}

function diagnosticsOf(zone: LandingZone): VaultDiagnosticsArgs {
  const { workspace, logCategories } = zone.monitoring ?? {};
  const categories = logCategories === undefined ? {} : { categories: [...logCategories] };
  if (workspace === undefined) return { enabled: false };
  if ("id" in workspace) return { ...categories, workspaceId: workspace.id };
  return {
    ...categories,
    workspaceName: workspace.name,
    workspaceLocation: workspace.location ?? zone.region,
    workspaceSku: workspace.sku,
    retentionInDays: workspace.retentionInDays,
  };
}
