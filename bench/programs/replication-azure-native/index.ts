import "../../report-peak";
import * as recoveryservices from "@pulumi/azure-native/recoveryservices";
import { replicatedMachines, vaultId } from "../replicated-machines";

// As a program is written that knows nothing of aliases and stack traces.
const vault = { resourceGroupName: "rg-dr", resourceName: "rsv-dr" };
const fabric = (location: string) =>
  new recoveryservices.ReplicationFabric(location, {
    ...vault,
    fabricName: location,
    properties: { customDetails: { instanceType: "Azure", location } },
  });
const source = fabric("westeurope");
fabric("northeurope");

for (const machine of replicatedMachines()) {
  new recoveryservices.ReplicationProtectedItem(machine.name, {
    ...vault,
    fabricName: source.name,
    protectionContainerName: "container",
    replicatedProtectedItemName: machine.name,
    properties: {
      policyId: `${vaultId}/replicationPolicies/gold`,
      providerSpecificDetails: {
        instanceType: "A2A",
        fabricObjectId: machine.virtualMachineId,
        recoveryContainerId: `${vaultId}/replicationFabrics/northeurope/replicationProtectionContainers/container`,
        recoveryResourceGroupId: machine.recoveryResourceGroupId,
        vmManagedDisks: machine.diskIds.map((diskId) => ({
          diskId,
          primaryStagingAzureStorageAccountId: machine.cacheId,
          recoveryResourceGroupId: machine.recoveryResourceGroupId,
        })),
      },
    },
  });
}
