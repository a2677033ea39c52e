const subscription = "/subscriptions/00000000-0000-0000-0000-000000000001";

/** Id of a resource: `id("Microsoft.Network/virtualNetworks", "vnet")`. */
export function id(type: string, ...names: readonly string[]): string {
  const [namespace = "", ...types] = type.split("/");
  const segments = types.map((each, index) => `${each}/${names[index] ?? ""}`).join("/");
  return `${subscription}/resourceGroups/rg/providers/${namespace}/${segments}`;
}

export const groupId = (name: string): string => `${subscription}/resourceGroups/${name}`;
export const accountId = (name: string): string => id("Microsoft.Storage/storageAccounts", name);
export const networkId = (name: string): string => id("Microsoft.Network/virtualNetworks", name);
export const subnetId = (name: string): string =>
  id("Microsoft.Network/virtualNetworks/subnets", "vnet", name);
export const machineId = (name: string): string => id("Microsoft.Compute/virtualMachines", name);
export const workspaceId = (name: string): string => id("Microsoft.OperationalInsights/workspaces", name);
export const identityId = (name: string): string =>
  id("Microsoft.ManagedIdentity/userAssignedIdentities", name);

const vault = "Microsoft.RecoveryServices/vaults";
export const vaultId = (name: string): string => id(vault, name);
export const policyId = (name: string): string => id(`${vault}/replicationPolicies`, "rsv", name);
export const fabricId = (name: string): string => id(`${vault}/replicationFabrics`, "rsv", name);
export const containerId = (name: string, fabric = "site"): string =>
  id(`${vault}/replicationFabrics/replicationProtectionContainers`, "rsv", fabric, name);
export const itemId = (name: string): string => `${containerId("cloud")}/replicationProtectedItems/${name}`;
