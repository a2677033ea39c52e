import type { Seed } from "../simulator/seed";

const subscription = "/subscriptions/22222222-2222-4222-8222-222222222222";
const group = `${subscription}/resourceGroups/rg-bench`;
export const syntheticVaultId = `${group}/providers/Microsoft.RecoveryServices/vaults/bench`;
const fabric = (region: string) => `${syntheticVaultId}/replicationFabrics/${region}`;
const container = (region: string) => `${fabric(region)}/replicationProtectionContainers/${region}`;
const policyId = `${syntheticVaultId}/replicationPolicies/daily`;

/** Machines of one recovery plan: what the service takes at most. */
const machinesPerPlan = 100;
const machinesPerSubnet = 200;

/** A vault between two Azure regions with so many machines, in plans of a hundred, behind four cache accounts. */
export function syntheticVault(size: number): NonNullable<Seed["resources"]> {
  const now = Date.now();
  const items = Array.from({ length: size }, (_, index) => item(index, now));
  const plans = Array.from({ length: Math.ceil(size / machinesPerPlan) }, (_, index) =>
    plan(index, items.slice(index * machinesPerPlan, (index + 1) * machinesPerPlan)),
  );
  const subnets = Array.from({ length: Math.ceil(size / machinesPerSubnet) }, (_, index) => ({
    id: `${network}/subnets/apps${index}`,
    properties: { addressPrefix: `10.${1 + Math.floor(index / 256)}.${index % 256}.0/24` },
  }));
  return [
    { id: syntheticVaultId, location: "northeurope", properties: {}, sku: { name: "RS0", tier: "Standard" } },
    {
      id: policyId,
      properties: {
        friendlyName: "daily",
        providerSpecificDetails: { instanceType: "A2A", recoveryPointThresholdInMinutes: 15 },
      },
    },
    ...["westeurope", "northeurope"].flatMap((region) => [
      {
        id: fabric(region),
        properties: { friendlyName: region, customDetails: { instanceType: "Azure", location: region } },
      },
      { id: container(region), properties: { friendlyName: region } },
    ]),
    {
      id: network,
      location: "northeurope",
      properties: { addressSpace: { addressPrefixes: ["10.0.0.0/8"] } },
    },
    ...subnets,
    ...[0, 1, 2, 3].map((index) => ({
      id: account(index),
      location: "westeurope",
      kind: "StorageV2",
      sku: { name: "Standard_LRS" },
      properties: {},
    })),
    ...items,
    ...plans,
  ];
}

const network = `${group}/providers/Microsoft.Network/virtualNetworks/vnet`;
const account = (index: number) => `${group}/providers/Microsoft.Storage/storageAccounts/cache${index % 4}`;

function item(index: number, now: number) {
  const name = `vm${String(index).padStart(5, "0")}`;
  const recently = new Date(now).toISOString();
  return {
    id: `${container("westeurope")}/replicationProtectedItems/${name}`,
    properties: {
      friendlyName: name,
      policyId,
      protectionState: "Protected",
      protectionStateDescription: "Protected",
      activeLocation: "Primary",
      replicationHealth: index % 50 === 0 ? "Critical" : "Normal",
      failoverHealth: "Normal",
      testFailoverState: "None",
      allowedOperations: ["UnplannedFailover", "DisableProtection", "TestFailover"],
      healthErrors: [],
      recoveryContainerId: container("northeurope"),
      lastSuccessfulTestFailoverTime: recently,
      currentScenario: { scenarioName: "None", jobId: "None", startTime: "1753-01-01T01:01:01Z" },
      providerSpecificDetails: {
        instanceType: "A2A",
        fabricObjectId: `${group}/providers/Microsoft.Compute/virtualMachines/${name}`,
        primaryFabricLocation: "westeurope",
        recoveryFabricLocation: "northeurope",
        osType: "Linux",
        multiVmGroupName: "",
        recoveryAzureVMName: name,
        recoveryAzureVMSize: "Standard_D2s_v3",
        recoveryAzureResourceGroupId: group,
        selectedRecoveryAzureNetworkId: network,
        rpoInSeconds: index % 40 === 0 ? 3600 : 300,
        lastRpoCalculatedTime: recently,
        lastHeartbeat: recently,
        agentVersion: "9.67.7500.1",
        agentExpiryDate: "9999-12-31T23:59:59.9999999Z",
        protectedManagedDisks: ["os", "data1", "data2"].map((disk) => ({
          diskId: `${group}/providers/Microsoft.Compute/disks/${name}-${disk}`,
          diskName: `${name}-${disk}`,
          diskCapacityInBytes: 128 * 1024 ** 3,
          recoveryTargetDiskAccountType: "Premium_LRS",
          recoveryReplicaDiskAccountType: "Premium_LRS",
          primaryStagingAzureStorageAccountId: account(index),
        })),
        vmNics: [
          {
            nicId: `${name}-nic`,
            recoveryVMNetworkId: network,
            ipConfigs: [
              {
                name: "ipconfig1",
                isPrimary: true,
                recoverySubnetName: `apps${Math.floor(index / machinesPerSubnet)}`,
                recoveryIPAddressType: "Dynamic",
              },
            ],
          },
        ],
      },
    },
  };
}

function plan(index: number, items: readonly { readonly id: string }[]) {
  return {
    id: `${syntheticVaultId}/replicationRecoveryPlans/plan${index}`,
    properties: {
      friendlyName: `plan${index}`,
      failoverDeploymentModel: "ResourceManager",
      groups: [{ groupType: "Boot", replicationProtectedItems: items.map(({ id }) => ({ id })) }],
    },
  };
}
