/** A resource of a seed, as a GET would show it. */
export interface SeededResource {
  readonly id: string;
  readonly location?: string;
  readonly properties?: Record<string, unknown>;
  readonly [key: string]: unknown;
}

export const subscription = "/subscriptions/22222222-2222-4222-8222-222222222222";
const group = `${subscription}/resourceGroups/rg1`;
export const vaultId = `${group}/providers/Microsoft.RecoveryServices/vaults/dr`;
export const container = (region: string): string =>
  `${vaultId}/replicationFabrics/${region}/replicationProtectionContainers/${region}`;
export const itemId = (name: string): string =>
  `${container("westeurope")}/replicationProtectedItems/${name}`;
export const policyId = `${vaultId}/replicationPolicies/daily`;
export const networkId = `${group}/providers/Microsoft.Network/virtualNetworks/vnet-north`;
export const accountId = `${group}/providers/Microsoft.Storage/storageAccounts/cachewest`;
export const targetGroupId = `${subscription}/resourceGroups/rg-target`;
export const principalId = "55555555-5555-4555-8555-555555555555";
const compute = `${subscription}/providers/Microsoft.Compute/locations/northeurope`;

const minute = 60_000;
const day = 24 * 60 * minute;
export const ago = (ms: number): string => new Date(Date.now() - ms).toISOString();
export const minutesAgo = (minutes: number): string => ago(minutes * minute);
export const daysAgo = (days: number): string => ago(days * day);

/** A machine that replicates in good health. */
export function soundItem(
  name: string,
  details: Record<string, unknown> = {},
  properties: Record<string, unknown> = {},
): SeededResource {
  return {
    id: itemId(name),
    properties: {
      friendlyName: name,
      policyId,
      protectionState: "Protected",
      protectionStateDescription: "Protected",
      activeLocation: "Primary",
      replicationHealth: "Normal",
      failoverHealth: "Normal",
      testFailoverState: "None",
      allowedOperations: ["UnplannedFailover", "DisableProtection", "TestFailover"],
      healthErrors: [],
      recoveryContainerId: container("northeurope"),
      lastSuccessfulTestFailoverTime: daysAgo(20),
      currentScenario: { scenarioName: "None", jobId: "None", startTime: "1753-01-01T01:01:01Z" },
      ...properties,
      providerSpecificDetails: {
        instanceType: "A2A",
        fabricObjectId: `${group}/providers/Microsoft.Compute/virtualMachines/${name}`,
        primaryFabricLocation: "westeurope",
        recoveryFabricLocation: "northeurope",
        osType: "Linux",
        multiVmGroupName: "",
        recoveryAzureVMName: name,
        recoveryAzureVMSize: "Standard_D2s_v3",
        recoveryAzureResourceGroupId: targetGroupId,
        selectedRecoveryAzureNetworkId: networkId,
        rpoInSeconds: 300,
        lastRpoCalculatedTime: minutesAgo(2),
        lastHeartbeat: minutesAgo(3),
        agentVersion: "9.67.7500.1",
        agentExpiryDate: "9999-12-31T23:59:59.9999999Z",
        isReplicationAgentUpdateRequired: false,
        protectedManagedDisks: [
          {
            diskId: `${group}/providers/Microsoft.Compute/disks/${name}-os`,
            diskName: `${name}-os`,
            diskCapacityInBytes: 32 * 1024 ** 3,
            recoveryTargetDiskAccountType: "Premium_LRS",
            recoveryReplicaDiskAccountType: "Premium_LRS",
            primaryStagingAzureStorageAccountId: accountId,
            resyncRequired: false,
          },
        ],
        vmNics: [
          {
            nicId: `${name}-nic`,
            recoveryVMNetworkId: networkId,
            ipConfigs: [
              {
                name: "ipconfig1",
                isPrimary: true,
                recoverySubnetName: "apps",
                recoveryIPAddressType: "Dynamic",
              },
            ],
          },
        ],
        ...details,
      },
    },
  };
}

export function job(
  name: string,
  scenarioName: string,
  state: string,
  startTime: string,
  target: { readonly name: string; readonly kind: string },
): SeededResource {
  return {
    id: `${vaultId}/replicationJobs/${name}`,
    properties: {
      scenarioName,
      friendlyName: scenarioName,
      state,
      startTime,
      endTime: state === "InProgress" ? null : startTime,
      targetObjectName: target.name,
      targetInstanceType: target.kind,
      tasks: [],
      errors: state === "Failed" ? [{ serviceErrorDetails: { code: "78144", message: "It failed." } }] : [],
    },
  };
}

export function plan(name: string, machines: readonly string[]): SeededResource {
  return {
    id: `${vaultId}/replicationRecoveryPlans/${name}`,
    properties: {
      friendlyName: name,
      primaryFabricId: `${vaultId}/replicationFabrics/westeurope`,
      recoveryFabricId: `${vaultId}/replicationFabrics/northeurope`,
      failoverDeploymentModel: "ResourceManager",
      replicationProviders: ["A2A"],
      allowedOperations: [],
      groups: [
        { groupType: "Shutdown", replicationProtectedItems: [], startGroupActions: [], endGroupActions: [] },
        { groupType: "Failover", replicationProtectedItems: [], startGroupActions: [], endGroupActions: [] },
        {
          groupType: "Boot",
          replicationProtectedItems: machines.map((machine) => ({
            id: itemId(machine),
            virtualMachineId: machine,
          })),
          startGroupActions: [],
          endGroupActions: [],
        },
      ],
      providerSpecificDetails: [],
    },
  };
}

const fabric = (region: string): SeededResource => ({
  id: `${vaultId}/replicationFabrics/${region}`,
  properties: {
    friendlyName: region,
    health: "Normal",
    customDetails: { instanceType: "Azure", location: region },
  },
});

const mapping = (from: string, to: string): SeededResource => ({
  id: `${container(from)}/replicationProtectionContainerMappings/${from}-to-${to}`,
  properties: {
    policyId,
    health: "Normal",
    state: "Paired",
    sourceProtectionContainerFriendlyName: from,
    targetProtectionContainerFriendlyName: to,
    targetProtectionContainerId: container(to),
    providerSpecificDetails: { instanceType: "A2A", agentAutoUpdateStatus: "Enabled" },
  },
});

const role = (name: string, definition: string): SeededResource => ({
  id: `${accountId}/providers/Microsoft.Authorization/roleAssignments/${name}`,
  properties: {
    principalId,
    scope: accountId,
    roleDefinitionId: `${subscription}/providers/Microsoft.Authorization/roleDefinitions/${definition}`,
  },
});

/** Name of a resource among those of {@link soundVault}, by which a state changes it. */
export type Part = keyof ReturnType<typeof soundParts>;

function soundParts() {
  return {
    vault: {
      id: vaultId,
      location: "northeurope",
      sku: { name: "RS0", tier: "Standard" },
      identity: { type: "SystemAssigned", principalId, tenantId: "11111111-1111-4111-8111-111111111111" },
      properties: { publicNetworkAccess: "Enabled", provisioningState: "Succeeded" },
    } as SeededResource,
    policy: {
      id: policyId,
      properties: {
        friendlyName: "daily",
        providerSpecificDetails: {
          instanceType: "A2A",
          recoveryPointThresholdInMinutes: 15,
          recoveryPointHistory: 1440,
          appConsistentFrequencyInMinutes: 240,
          crashConsistentFrequencyInMinutes: 5,
          multiVmSyncStatus: "Enabled",
        },
      },
    } as SeededResource,
    west: fabric("westeurope"),
    north: fabric("northeurope"),
    westContainer: {
      id: container("westeurope"),
      properties: { friendlyName: "westeurope" },
    } as SeededResource,
    northContainer: {
      id: container("northeurope"),
      properties: { friendlyName: "northeurope" },
    } as SeededResource,
    there: mapping("westeurope", "northeurope"),
    back: mapping("northeurope", "westeurope"),
    web: soundItem("web"),
    db: soundItem("db"),
    plan: plan("shop", ["web", "db"]),
    drill: job("drill", "TestFailover", "Succeeded", daysAgo(20), { name: "shop", kind: "RecoveryPlan" }),
    alerts: {
      id: `${vaultId}/replicationAlertSettings/defaultAlertSetting`,
      properties: { sendToOwners: "Send", customEmailAddresses: [], locale: "en-US" },
    } as SeededResource,
    network: {
      id: networkId,
      location: "northeurope",
      properties: {
        addressSpace: { addressPrefixes: ["10.1.0.0/16"] },
        subnets: [{ name: "apps", properties: { addressPrefix: "10.1.0.0/24" } }],
      },
    } as SeededResource,
    subnet: {
      id: `${networkId}/subnets/apps`,
      properties: { addressPrefix: "10.1.0.0/24" },
    } as SeededResource,
    account: {
      id: accountId,
      location: "westeurope",
      kind: "StorageV2",
      sku: { name: "Standard_LRS" },
      properties: { allowSharedKeyAccess: true, supportsHttpsTrafficOnly: true, accessTier: "Hot" },
    } as SeededResource,
    contributor: role("66666666-6666-4666-8666-666666666661", "b24988ac-6180-42a0-ab88-20f7382dd24c"),
    blobContributor: role("66666666-6666-4666-8666-666666666662", "ba92f5b4-2d11-453d-a403-e96b0029c9fe"),
    targetGroup: { id: targetGroupId, location: "northeurope", properties: {} } as SeededResource,
    usage: {
      id: `${compute}/usages/cores`,
      properties: { currentValue: 0, limit: 100, name: { value: "cores" } },
    } as SeededResource,
    familyUsage: {
      id: `${compute}/usages/standardDSv3Family`,
      properties: { currentValue: 0, limit: 100, name: { value: "standardDSv3Family" } },
    } as SeededResource,
  };
}

/** A vault that has nothing against it, with some of its resources changed, left out (`undefined`) or added. */
export function soundVault(
  changes: Partial<Record<Part, SeededResource | undefined>> = {},
  added: readonly SeededResource[] = [],
): readonly SeededResource[] {
  const parts = { ...soundParts(), ...changes };
  return [...Object.values<SeededResource | undefined>(parts).filter((part) => part !== undefined), ...added];
}
