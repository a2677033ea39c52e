import type { Cloud } from "../cloud";
import { stableGuid } from "../guid";
import type { SeededVault } from "../seed-states";
import { put } from "./put";
import { before, healthError, minutesOfADay } from "./past";

/** A vault, or the trace of a deleted one. */
export function plantVault(
  cloud: Cloud,
  vault: SeededVault,
  group: (name: string, location: string) => void,
): void {
  const id = `/subscriptions/${cloud.identity.subscriptionId}/resourceGroups/${vault.resourceGroup}/providers/Microsoft.RecoveryServices/vaults/${vault.name}`;
  if (vault.softDeletedDaysAgo !== undefined) {
    plantDeletedVault(cloud, vault, id);
    return;
  }
  group(vault.resourceGroup, vault.location);
  put(cloud, id, {
    location: vault.location,
    ...(vault.tags === undefined ? {} : { tags: vault.tags }),
    sku: { name: "RS0", tier: "Standard" },
    properties: {
      provisioningState: "Succeeded",
      privateEndpointStateForBackup: "None",
      privateEndpointStateForSiteRecovery: "None",
      publicNetworkAccess: "Enabled",
      encryption: null,
      redundancySettings: {
        standardTierStorageRedundancy: vault.redundancy ?? "GeoRedundant",
        crossRegionRestore: "Disabled",
      },
      securitySettings: {
        immutabilitySettings: { state: vault.immutability ?? "Disabled" },
        softDeleteSettings: {
          softDeleteState: vault.softDelete ?? "Enabled",
          softDeleteRetentionPeriodInDays: 14,
        },
      },
    },
  });
  plantHealth(cloud, id, vault.healthErrors);
}

function plantHealth(cloud: Cloud, vaultId: string, errors: SeededVault["healthErrors"]): void {
  if (errors === undefined) return;
  const vaultErrors = errors.map((error) => healthError(cloud, error));
  put(cloud, `${vaultId}/replicationVaultHealth/Default`, { properties: { vaultErrors } });
}

function plantDeletedVault(cloud: Cloud, vault: SeededVault, vaultId: string): void {
  const deleted = before(cloud, (vault.softDeletedDaysAgo ?? 0) * minutesOfADay);
  const name = stableGuid(`deleted vault ${vaultId.toLowerCase()} ${deleted.toISOString()}`);
  const scope = `/subscriptions/${cloud.identity.subscriptionId}/providers/Microsoft.RecoveryServices/locations/${vault.location}`;
  put(cloud, `${scope}/deletedVaults/${name}`, {
    properties: {
      vaultId,
      vaultDeletionTime: deleted.toISOString(),
      purgeAt: new Date(deleted.getTime() + 14 * minutesOfADay * 60_000).toISOString(),
    },
  });
}
