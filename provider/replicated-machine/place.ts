import { segmentOf, vaultIdText, vaultOf, type VaultId } from "../../azure/site-recovery-id";

/** Where an item lies. */
export interface ItemPlace {
  readonly vault: VaultId;
  readonly fabricName: string;
  readonly protectionContainerName: string;
  readonly name: string;
}

/** Version of the REST API that the bodies here are written for. */
export const siteRecoveryApiVersion = "2025-01-01";

export function containerId({ vault, fabricName, protectionContainerName }: Omit<ItemPlace, "name">): string {
  return `${vaultIdText(vault)}/replicationFabrics/${fabricName}/replicationProtectionContainers/${protectionContainerName}`;
}

/** The place that an ARM id of an item names; undefined for any other id. */
export function placeOf(id: string): ItemPlace | undefined {
  const vault = vaultOf(id);
  const fabricName = segmentOf(id, "replicationFabrics");
  const protectionContainerName = segmentOf(id, "replicationProtectionContainers");
  const name = segmentOf(id, "replicationProtectedItems");
  if (!vault || fabricName === undefined || protectionContainerName === undefined || name === undefined)
    return undefined;
  return { vault, fabricName, protectionContainerName, name };
}
