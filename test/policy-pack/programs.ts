import { unknown, type ProgramResource } from "./served-pack";

/** A vault whose identity writes to a replication account, and a policy of the classic experience. */
export function classicProgram(account: object = {}): readonly ProgramResource[] {
  return [
    {
      type: "azure-native:recoveryservices:Vault",
      name: "vault",
      inputs: { vaultName: "rsv", resourceGroupName: "rg", location: "westeurope" },
    },
    {
      type: "azure-native:storage:StorageAccount",
      name: "account",
      inputs: {
        accountName: "stdr",
        resourceGroupName: "rg",
        location: "westeurope",
        kind: "StorageV2",
        sku: { name: "Standard_LRS" },
        ...account,
      },
    },
    {
      type: "azure-native:authorization:RoleAssignment",
      name: "role",
      inputs: { scope: unknown, principalId: unknown },
      references: { principalId: ["vault"], scope: ["account"] },
    },
    {
      type: "azure-native:recoveryservices:ReplicationPolicy",
      name: "policy",
      inputs: {
        resourceName: unknown,
        policyName: "gold",
        properties: { providerSpecificInput: { instanceType: "InMageAzureV2", multiVmSyncStatus: "Enable" } },
      },
      outputs: {},
      references: { resourceName: ["vault"] },
    },
  ];
}
