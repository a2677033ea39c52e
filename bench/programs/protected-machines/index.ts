import * as recoveryservices from "@pulumi/azure-native/recoveryservices";
import * as resources from "@pulumi/azure-native/resources";
import * as storage from "@pulumi/azure-native/storage";
import * as pulumi from "@pulumi/pulumi";
import { withoutVersionAliases } from "../../../components/inputs/version-aliases";

// The line a large stack's entry file wants: the SDK takes a stack trace for every promise it makes.
Error.stackTraceLimit = 0;

/** Machines of the previewed stack, from the environment of the bench. */
const count = Number(process.env["ASR_BENCH_MACHINES"] ?? "100");

const options = withoutVersionAliases(undefined, false) as pulumi.CustomResourceOptions;
const group = new resources.ResourceGroup("dr", { location: "westeurope" }, options);
const resourceGroupName = group.name;
const vault = new recoveryservices.Vault(
  "vault",
  { resourceGroupName, location: "westeurope", sku: { name: "RS0", tier: "Standard" }, properties: {} },
  options,
);
/** Few enough that every documented edition's cap on a cache account holds: a stack that deploys is measured. */
const machinesPerCache = 300;
const caches = Array.from(
  { length: Math.ceil(count / machinesPerCache) },
  (_, index) =>
    new storage.StorageAccount(
      `cache-${index}`,
      { resourceGroupName, location: "westeurope", kind: "StorageV2", sku: { name: "Standard_LRS" } },
      options,
    ),
);
const policy = new recoveryservices.ReplicationPolicy(
  "policy",
  {
    resourceGroupName,
    resourceName: vault.name,
    properties: {
      providerSpecificInput: {
        instanceType: "InMageRcm",
        recoveryPointHistoryInMinutes: 1440,
        crashConsistentFrequencyInMinutes: 5,
        appConsistentFrequencyInMinutes: 240,
        enableMultiVmSync: "True",
      },
    },
  },
  options,
);
for (let index = 0; index < count; index++) {
  const cache = caches[Math.floor(index / machinesPerCache)];
  new recoveryservices.ReplicationProtectedItem(
    `machine-${index}`,
    {
      resourceGroupName,
      resourceName: vault.name,
      fabricName: "vmware-fabric",
      protectionContainerName: "vmware-container",
      replicatedProtectedItemName: `machine-${index}`,
      properties: {
        policyId: policy.id,
        protectableItemId: "",
        providerSpecificDetails: {
          instanceType: "InMageRcm",
          fabricDiscoveryMachineId: `/subscriptions/s/resourceGroups/rg/providers/Microsoft.OffAzure/VMwareSites/site/machines/m-${index}`,
          processServerId: "process-server",
          targetResourceGroupId: group.id,
          targetVmName: `machine-${index}`,
          disksDefault: { diskType: "Premium_LRS", logStorageAccountId: cache?.id ?? "" },
        },
      },
    },
    options,
  );
}
