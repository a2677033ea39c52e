import type { CacheStorage } from "../cache-storage/cache-storage";
import type { VaultDiagnosticsArgs } from "../recovery-vault/diagnostics";
import type { RecoveryVaultArgs } from "../recovery-vault/recovery-vault";
import type { CacheAccessArgs } from "../recovery-vault/roles";
import type { LandingZone } from "../../landing-zone/document";
import type { LimitScope } from "./scope";
import type { ResourceGroupNames } from "./resource-groups";
import { privateEndpointLevel } from "./private-endpoints";
import { cacheLevels } from "./storage";

/** Arguments of the vault with its logs and private endpoints, and its rights on the storage of the landing zone. */
export function vaultArgs(
  zone: LandingZone,
  scope: LimitScope,
  groups: ResourceGroupNames,
  caches: readonly CacheStorage[] = [],
): RecoveryVaultArgs {
  const level = zone.vault;
  const location = ("name" in level ? level.location : undefined) ?? zone.region;
  const diagnostics = diagnosticsOf(zone, groups);
  if ("id" in level) {
    return {
      ...scope,
      vaultId: level.id,
      resourceGroupName: groups.vault,
      location,
      diagnostics,
      cacheAccess: cacheAccess(zone, caches),
      tags: zone.tags,
    };
  }
  const hasSystemIdentity = level.identity === undefined || level.identity.startsWith("system");
  return {
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
    privateEndpoints: (level.privateEndpoints ?? []).map(privateEndpointLevel),
    immutability: level.immutability,
    storageRedundancy: level.storageRedundancy,
    crossRegionRestore: level.crossRegionRestore,
    diagnostics,
    cacheAccess: hasSystemIdentity ? cacheAccess(zone, caches) : [],
    tags: { ...zone.tags, ...level.tags },
  };
}

/** The accounts that the vault's identity writes to. */
function cacheAccess(zone: LandingZone, caches: readonly CacheStorage[]): CacheAccessArgs[] {
  return cacheLevels(zone).flatMap((level, index): CacheAccessArgs[] => {
    const cache = caches[index];
    // Azure refuses a second assignment of one role; what stands already has its rights.
    if (cache === undefined || ("id" in zone.vault && "id" in level)) return [];
    const premium = "sku" in level && level.sku.startsWith("Premium");
    return [
      { storageAccountId: cache.accountId, premium },
      ...(level.logStorage === undefined
        ? []
        : [{ storageAccountId: cache.logAccountId.apply((id) => id ?? "") }]),
    ];
  });
}

function diagnosticsOf(zone: LandingZone, groups: ResourceGroupNames): VaultDiagnosticsArgs {
  const { workspace, logCategories } = zone.monitoring ?? {};
  const categories = logCategories === undefined ? {} : { categories: [...logCategories] };
  if (workspace === undefined) return { enabled: false };
  if ("id" in workspace) return { ...categories, workspaceId: workspace.id };
  return {
    ...categories,
    workspaceName: workspace.name,
    workspaceResourceGroupName: groups.monitoring,
    workspaceLocation: workspace.location ?? zone.region,
    workspaceSku: workspace.sku,
    retentionInDays: workspace.retentionInDays,
    ...(workspace.tags === undefined ? {} : { workspaceTags: workspace.tags }),
  };
}
