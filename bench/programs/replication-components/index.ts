import "../../report-peak";
import { AzureToAzureReplication } from "../../../components";
import { replicatedMachines, vaultId } from "../replicated-machines";

// The line a large stack's entry file wants: the SDK takes a stack trace for every promise it makes.
if (process.env["ASR_BENCH_STACK_TRACES"] !== "1") Error.stackTraceLimit = 0;

new AzureToAzureReplication("regions", {
  vaultId,
  sourceLocation: "westeurope",
  recoveryLocation: "northeurope",
  policyId: `${vaultId}/replicationPolicies/gold`,
  keepVersionAliases: process.env["ASR_BENCH_VERSION_ALIASES"] === "1",
  machines: Object.fromEntries(
    replicatedMachines().map(({ name, virtualMachineId, diskIds, cacheId, recoveryResourceGroupId }) => [
      name,
      {
        virtualMachineId,
        recoveryResourceGroupId,
        disks: diskIds.map((diskId) => ({ diskId, primaryStagingAzureStorageAccountId: cacheId })),
      },
    ]),
  ),
});
