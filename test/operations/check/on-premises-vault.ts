import {
  accountId,
  daysAgo,
  minutesAgo,
  networkId,
  plan,
  soundVault,
  targetGroupId,
  vaultId,
  type SeededResource,
} from "./sound-vault";

export const onPremisesProviders = ["InMageRcm", "InMageAzureV2", "HyperVReplicaAzure"] as const;
export type OnPremisesProvider = (typeof onPremisesProviders)[number];

const container = `${vaultId}/replicationFabrics/site/replicationProtectionContainers/site`;
const policyId = `${vaultId}/replicationPolicies/premises`;
const gone = (id: string) => id.replace(/[^/]+$/, "gone");

/** What a machine shall be like; left out, it is sound. The provider says it in fields of its own. */
export interface MachineState {
  readonly rpoInSeconds?: number;
  readonly lastHeartbeat?: string;
  readonly updateRequired?: true;
  readonly agentExpiry?: string;
  readonly resyncRequired?: true;
  readonly subnetName?: string;
  readonly address?: string;
  readonly networkId?: string;
  readonly groupId?: string;
  readonly accountId?: string;
  readonly multiVmGroup?: string;
  readonly size?: string;
}

/** How each provider shows a machine in a state; fields as the service's REST API names them. */
const detailsOf: Readonly<
  Record<OnPremisesProvider, (name: string, state: MachineState) => Record<string, unknown>>
> = {
  InMageRcm: (name, state) => ({
    instanceType: "InMageRcm",
    osType: "Linux",
    discoveryType: "vCenter",
    firmwareType: "BIOS",
    processorCoreCount: 2,
    allocatedMemoryInMB: 4096,
    lastRpoInSeconds: state.rpoInSeconds ?? 300,
    lastRpoCalculatedTime: minutesAgo(2),
    mobilityAgentDetails: {
      version: state.updateRequired ? "9.66.7400.1" : "9.67.7500.1",
      latestVersion: "9.67.7500.1",
      lastHeartbeatUtc: state.lastHeartbeat ?? minutesAgo(3),
      agentVersionExpiryDate: state.agentExpiry ?? "9999-12-31T23:59:59.9999999Z",
    },
    resyncRequired: state.resyncRequired ? "true" : "false",
    multiVmGroupName: state.multiVmGroup ?? "",
    targetLocation: "northeurope",
    targetVmName: name,
    targetVmSize: state.size ?? "Standard_D2s_v3",
    targetResourceGroupId: state.groupId ?? targetGroupId,
    targetNetworkId: state.networkId ?? networkId,
    vmNics: [
      {
        nicId: `${name}-nic`,
        targetSubnetName: state.subnetName ?? "apps",
        targetIPAddress: state.address ?? "",
        targetIPAddressType: state.address === undefined ? "Dynamic" : "Static",
      },
    ],
    protectedDisks: [
      {
        diskId: `${name}-os`,
        diskName: "os",
        isOSDisk: "true",
        capacityInBytes: 32 * 1024 ** 3,
        diskType: "Premium_LRS",
        logStorageAccountId: state.accountId ?? accountId,
      },
    ],
  }),
  InMageAzureV2: (name, state) => ({
    instanceType: "InMageAzureV2",
    osType: "Linux",
    discoveryType: "vCenter",
    firmwareType: "BIOS",
    sourceVmCpuCount: 2,
    sourceVmRamSizeInMB: 4096,
    rpoInSeconds: state.rpoInSeconds ?? 300,
    lastRpoCalculatedTime: minutesAgo(2),
    lastHeartbeat: state.lastHeartbeat ?? minutesAgo(3),
    agentVersion: "9.67.7500.1",
    agentExpiryDate: state.agentExpiry ?? "9999-12-31T23:59:59.9999999Z",
    isAgentUpdateRequired: state.updateRequired ? "True" : "False",
    multiVmGroupName: state.multiVmGroup ?? "",
    osDiskId: `${name}-os`,
    useManagedDisks: "True",
    recoveryAzureVMName: name,
    recoveryAzureVMSize: state.size ?? "Standard_D2s_v3",
    recoveryAzureResourceGroupId: state.groupId ?? targetGroupId,
    recoveryAzureLogStorageAccountId: state.accountId ?? accountId,
    selectedRecoveryAzureNetworkId: state.networkId ?? networkId,
    vmNics: [sharedNic(name, state)],
    protectedDisks: [
      {
        diskId: `${name}-os`,
        diskName: "os",
        diskCapacityInBytes: 32 * 1024 ** 3,
        resyncRequired: state.resyncRequired ? "True" : "False",
      },
    ],
    protectedManagedDisks: [{ diskId: `${name}-os`, replicaDiskType: "Premium_LRS" }],
  }),
  HyperVReplicaAzure: (name, state) => ({
    instanceType: "HyperVReplicaAzure",
    oSDetails: { osType: "Linux", productType: "" },
    sourceVmCpuCount: 2,
    sourceVmRamSizeInMB: 4096,
    rpoInSeconds: state.rpoInSeconds ?? 300,
    lastRpoCalculatedTime: minutesAgo(2),
    useManagedDisks: "Yes",
    recoveryAzureVmName: name,
    recoveryAzureVMSize: state.size ?? "Standard_D2s_v3",
    recoveryAzureResourceGroupId: state.groupId ?? targetGroupId,
    recoveryAzureLogStorageAccountId: state.accountId ?? accountId,
    selectedRecoveryAzureNetworkId: state.networkId ?? networkId,
    vmNics: [sharedNic(name, state)],
    azureVmDiskDetails: [
      { diskId: `${name}-os`, vhdName: "os", vhdType: "OperatingSystem", maxSizeMB: "32768" },
    ],
    protectedManagedDisks: [{ diskId: `${name}-os`, replicaDiskType: "Premium_LRS" }],
  }),
};

function sharedNic(name: string, state: MachineState) {
  return {
    nicId: `${name}-nic`,
    recoveryVMNetworkId: state.networkId ?? networkId,
    ipConfigs: [
      {
        name: "ipconfig1",
        isPrimary: true,
        recoverySubnetName: state.subnetName ?? "apps",
        recoveryIPAddressType: state.address === undefined ? "Dynamic" : "Static",
        recoveryStaticIPAddress: state.address ?? "",
      },
    ],
  };
}

/** Every class of finding that a machine itself can cause, with the state that does. */
export const machineStates: Readonly<
  Record<string, { readonly state?: MachineState; readonly properties?: Record<string, unknown> }>
> = {
  "replication-health": { properties: { replicationHealth: "Critical" } },
  "failover-health": { properties: { failoverHealth: "Warning" } },
  "failover-possible": {
    properties: { protectionState: "EnablingFailed", allowedOperations: ["DisableProtection"] },
  },
  "failed-over": {
    properties: { activeLocation: "Recovery", allowedOperations: ["Commit", "DisableProtection"] },
  },
  "test-failover-left": {
    properties: { testFailoverState: "WaitingForCompletion", allowedOperations: ["TestFailoverCleanup"] },
  },
  "rpo-threshold": { state: { rpoInSeconds: 7200 } },
  heartbeat: { state: { lastHeartbeat: minutesAgo(200) } },
  "agent-outdated": { state: { updateRequired: true } },
  "agent-expiring": { state: { agentExpiry: daysAgo(-10) } },
  "resync-required": { state: { resyncRequired: true } },
  "target-network": { state: { subnetName: "gone" } },
  "target-address-taken": { state: { address: "10.9.0.9" } },
  "target-group-gone": { state: { groupId: gone(targetGroupId) } },
  "cache-account-gone": { state: { accountId: gone(accountId) } },
};

/** What a provider has nothing to tell by. */
export const untold: Readonly<Record<OnPremisesProvider, readonly string[]>> = {
  InMageRcm: [],
  InMageAzureV2: [],
  // Its provider replicates without an agent; a resynchronisation shows as health.
  HyperVReplicaAzure: ["heartbeat", "agent-outdated", "agent-expiring", "resync-required"],
};

/** A vault of machines, one a state, each named after the finding that it causes, and one that is sound. */
export function onPremisesVault(
  provider: OnPremisesProvider,
  names: readonly string[],
): readonly SeededResource[] {
  const item = (name: string): SeededResource => {
    const { state = {}, properties } = machineStates[name] ?? {};
    return {
      id: `${container}/replicationProtectedItems/${name}`,
      properties: {
        friendlyName: name,
        policyId,
        protectionState: "Protected",
        activeLocation: "Primary",
        replicationHealth: "Normal",
        failoverHealth: "Normal",
        testFailoverState: "None",
        allowedOperations: ["PlannedFailover", "UnplannedFailover", "DisableProtection", "TestFailover"],
        healthErrors: [],
        recoveryContainerId: "Microsoft Azure",
        lastSuccessfulTestFailoverTime: daysAgo(20),
        currentScenario: { scenarioName: "None", jobId: "None", startTime: "1753-01-01T01:01:01Z" },
        ...properties,
        providerSpecificDetails: detailsOf[provider](name, state),
      },
    };
  };
  const whole = plan("shop", []);
  const account = soundVault().find(({ id }) => id === accountId);
  const groups = [
    {
      groupType: "Boot",
      replicationProtectedItems: names.map((name) => ({
        id: `${container}/replicationProtectedItems/${name}`,
        virtualMachineId: name,
      })),
      startGroupActions: [],
      endGroupActions: [],
    },
  ];
  const without = ["west", "north", "westContainer", "northContainer", "there", "back", "web", "db"] as const;
  const hyperV = provider === "HyperVReplicaAzure";
  return soundVault(
    {
      ...Object.fromEntries(without.map((part) => [part, undefined])),
      // From on premises, everything lies where the vault is.
      account: { ...account, id: accountId, location: "northeurope" },
      plan: { ...whole, properties: { ...whole.properties, replicationProviders: [provider], groups } },
    },
    [
      {
        id: policyId,
        properties: {
          friendlyName: "premises",
          providerSpecificDetails: hyperV
            ? { instanceType: provider, recoveryPointHistoryDurationInHours: 24, replicationInterval: 300 }
            : { instanceType: provider, recoveryPointThresholdInMinutes: 15, recoveryPointHistory: 1440 },
        },
      },
      {
        id: `${vaultId}/replicationFabrics/site`,
        properties: {
          friendlyName: "site",
          health: "Normal",
          customDetails: {
            instanceType: hyperV ? "HyperVSite" : provider === "InMageRcm" ? "InMageRcm" : "VMware",
          },
        },
      },
      { id: container, properties: { friendlyName: "site" } },
      ...names.map(item),
    ],
  );
}
