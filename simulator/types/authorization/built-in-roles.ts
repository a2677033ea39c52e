/** A built-in role as far as a landing zone meets it. */
export interface BuiltInRole {
  /** The same in every tenant. */
  readonly id: string;
  readonly name: string;
  readonly actions: readonly string[];
  readonly dataActions: readonly string[];
}

/** Built-in roles. Source: "Azure built-in roles"; actions shortened to what tells the roles apart. */
export const builtInRoles: readonly BuiltInRole[] = [
  role("8e3af657-a8ff-443c-a75c-2fe8c4bcb635", "Owner", ["*"]),
  role("b24988ac-6180-42a0-ab88-20f7382dd24c", "Contributor", ["*"]),
  role("acdd72a7-3385-48ef-bd42-f606fba81ae7", "Reader", ["*/read"]),
  role("18d7d88d-d35e-4fb5-a5c3-7773c20a72d9", "User Access Administrator", [
    "*/read",
    "Microsoft.Authorization/*",
  ]),
  role("f58310d9-a9f6-439a-9e8d-f62e7b41a168", "Role Based Access Control Administrator", [
    "Microsoft.Authorization/roleAssignments/*",
  ]),
  role("6670b86e-a3f7-4917-ac9b-5d6ab1be4567", "Site Recovery Contributor", [
    "Microsoft.RecoveryServices/vaults/*",
  ]),
  role("494ae006-db33-4328-bf46-533a6560a3ca", "Site Recovery Operator", [
    "Microsoft.RecoveryServices/vaults/*/read",
  ]),
  role("dbaa88c4-0c30-4179-9fb3-46319faa6149", "Site Recovery Reader", [
    "Microsoft.RecoveryServices/vaults/*/read",
  ]),
  role("17d1049b-9a84-46fb-8f53-869881c3d3ab", "Storage Account Contributor", [
    "Microsoft.Storage/storageAccounts/*",
  ]),
  role(
    "ba92f5b4-2d11-453d-a403-e96b0029c9fe",
    "Storage Blob Data Contributor",
    ["Microsoft.Storage/storageAccounts/blobServices/containers/*"],
    ["Microsoft.Storage/storageAccounts/blobServices/containers/blobs/*"],
  ),
  role(
    "b7e6dc6d-f1e8-4753-8033-0f276bb0955b",
    "Storage Blob Data Owner",
    ["Microsoft.Storage/storageAccounts/blobServices/containers/*"],
    ["Microsoft.Storage/storageAccounts/blobServices/containers/blobs/*"],
  ),
  role(
    "2a2b9908-6ea1-4ae2-8e65-a410df84e7d1",
    "Storage Blob Data Reader",
    ["Microsoft.Storage/storageAccounts/blobServices/containers/read"],
    ["Microsoft.Storage/storageAccounts/blobServices/containers/blobs/read"],
  ),
  role("9980e02c-c2be-4d73-94e8-173b1dc7cf3c", "Virtual Machine Contributor", [
    "Microsoft.Compute/virtualMachines/*",
  ]),
  role("4d97b98b-1d4f-4787-a291-c67834d212e7", "Network Contributor", ["Microsoft.Network/*"]),
  role("92aaf0da-9dab-42b6-94a3-d43ce8d16293", "Log Analytics Contributor", [
    "Microsoft.OperationalInsights/*",
  ]),
  role("e40ec5ca-96e0-45a2-b4ff-59039f2c2b59", "Managed Identity Contributor", [
    "Microsoft.ManagedIdentity/userAssignedIdentities/*",
  ]),
  role("f353d9bd-d4a6-484e-a77a-8050b599b867", "Automation Contributor", [
    "Microsoft.Automation/automationAccounts/*",
  ]),
  role(
    "00482a5a-887f-4fb3-b363-3b7fe8e74483",
    "Key Vault Administrator",
    [],
    ["Microsoft.KeyVault/vaults/*"],
  ),
  role(
    "e147488a-f6f5-4113-8e2d-b22465e65bf6",
    "Key Vault Crypto Service Encryption User",
    [],
    ["Microsoft.KeyVault/vaults/keys/*"],
  ),
];

function role(
  id: string,
  name: string,
  actions: readonly string[],
  dataActions: readonly string[] = [],
): BuiltInRole {
  return { id, name, actions, dataActions };
}
