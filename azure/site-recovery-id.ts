/** A Recovery Services vault by its id. */
export interface VaultId {
  readonly subscriptionId: string;
  readonly resourceGroupName: string;
  readonly vaultName: string;
}

const vaultPattern =
  /^\/subscriptions\/([^/]+)\/resourceGroups\/([^/]+)\/providers\/Microsoft\.RecoveryServices\/vaults\/([^/]+)/i;

/** The vault that an id names or is inside of; undefined for any other id. */
export function vaultOf(id: string): VaultId | undefined {
  const [, subscriptionId, resourceGroupName, vaultName] = vaultPattern.exec(id) ?? [];
  if (subscriptionId === undefined || resourceGroupName === undefined || vaultName === undefined)
    return undefined;
  return { subscriptionId, resourceGroupName, vaultName };
}

/** The ARM id of a vault. */
export function vaultIdText({ subscriptionId, resourceGroupName, vaultName }: VaultId): string {
  return `/subscriptions/${subscriptionId}/resourceGroups/${resourceGroupName}/providers/Microsoft.RecoveryServices/vaults/${vaultName}`;
}

/**
 * The name after a segment of an id, whatever the case: `segmentOf(id, "replicationFabrics")`. Undefined where
 * the id has no such segment.
 */
export function segmentOf(id: string, type: string): string | undefined {
  const segments = id.split("/");
  const at = segments.findIndex((segment) => segment.toLowerCase() === type.toLowerCase());
  return at === -1 ? undefined : segments[at + 1];
}
