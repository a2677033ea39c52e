import type { Seed } from "../../../simulator/seed";
import { subscription } from "../clients/replication-clients";

const group = (name: string) => `${subscription}/resourceGroups/${name}`;
const network = (region: string) =>
  `${group("rg-live")}/providers/Microsoft.Network/virtualNetworks/vnet-${region}`;
export const vaultId = `${group("rg-live")}/providers/Microsoft.RecoveryServices/vaults/vault-live`;
const siteId = `${group("rg-live")}/providers/Microsoft.OffAzure/VMwareSites/s1vmwaresite`;

const machine = (name: string, id: string) => ({
  name,
  id,
  disks: [{ name: "os", id: `${id}-os`, sizeGiB: 40 }],
  nics: [{ macAddress: "00:50:56:00:00:01", ipAddress: "192.168.1.10" }],
});
const a2a = (name: string) => ({
  provider: "A2A" as const,
  vaultId,
  virtualMachineId: `${group("rg-live")}/providers/Microsoft.Compute/virtualMachines/${name}`,
  primary: { location: "westeurope" },
  recovery: { location: "northeurope" },
  target: {
    resourceGroupId: group("rg-target"),
    networkId: network("northeurope"),
    subnet: "apps",
    testNetworkId: network("northeurope"),
  },
});
const onPremises = {
  vaultId,
  target: { resourceGroupId: group("rg-target"), networkId: network("northeurope") },
};

/** A vault in which nearly everything that can be wrong is wrong. */
export const liveStates: Seed = {
  schema: "asr-seed/1",
  startsAt: "2026-06-01T12:00:00Z",
  vaults: [
    { name: "vault-live", resourceGroup: "rg-live", location: "northeurope" },
    { name: "vault-gone", resourceGroup: "rg-live", location: "northeurope", softDeletedDaysAgo: 3 },
  ],
  resources: ["westeurope", "northeurope"].flatMap((location, index) => [
    {
      id: network(location),
      location,
      properties: { addressSpace: { addressPrefixes: [`10.${index}.0.0/16`] } },
    },
    {
      id: `${network(location)}/subnets/apps`,
      properties: { addressPrefix: `10.${index}.0.0/24` },
    },
  ]),
  azureVirtualMachines: ["web1", "web2", "db1", "db2"].map((name, index) => ({
    name,
    resourceGroup: "rg-live",
    location: "westeurope",
    disks: [{ name: `${name}-os`, sizeGiB: 64 }],
    nics: [
      {
        name: `${name}-nic`,
        subnetId: `${network("westeurope")}/subnets/apps`,
        privateIpAddress: `10.0.0.${index + 4}`,
      },
    ],
  })),
  vmwareSites: [
    {
      name: "s1vmwaresite",
      resourceGroup: "rg-live",
      location: "westeurope",
      machines: [machine("erp", "erp")],
    },
  ],
  appliances: [
    {
      name: "appl1",
      vaultId,
      siteId,
      fabric: "vmware",
      lastHeartbeatMinutesAgo: 180,
      healthErrors: [{ code: "100002", message: "The process server is not reachable." }],
    },
  ],
  hyperVServers: [
    {
      name: "host1",
      vaultId,
      site: "site1",
      version: "5.1.0.0",
      versionExpiresInDays: -10,
      virtualMachines: [machine("file", "file")],
    },
  ],
  configurationServers: [
    {
      name: "cs1",
      vaultId,
      fabric: "cs1",
      processServers: [{ name: "cs1", id: "PS" }],
      machines: [machine("mail", "mail")],
    },
  ],
  protectedItems: [
    { ...a2a("web1"), lastTestFailoverDaysAgo: 20 },
    {
      ...a2a("web2"),
      healthErrors: [{ code: "153007", message: "No recovery point was made.", minutesAgo: 90 }],
      rpoInSeconds: 7200,
      latestRecoveryPointMinutesAgo: 120,
      agentVersion: "9.40.0.0",
      agentExpiresInDays: -5,
    },
    { ...a2a("db1"), state: "unplanned-failover-done" },
    { ...a2a("db2"), testFailover: "awaits-cleanup", lastTestFailoverDaysAgo: 9 },
    {
      ...onPremises,
      provider: "InMageRcm",
      fabric: "vmware",
      machine: "erp",
      state: "replicating",
      replicationHealth: "Warning",
    },
    { ...onPremises, provider: "HyperVReplicaAzure", fabric: "site1", machine: "file" },
    {
      ...onPremises,
      provider: "InMageAzureV2",
      fabric: "cs1",
      machine: "mail",
      state: "unplanned-failover-committed",
      agentVersion: "9.30.0.0",
    },
  ],
  networkMappings: [
    {
      vaultId,
      fabric: "westeurope",
      networkId: network("westeurope"),
      recoveryFabric: "northeurope",
      recoveryNetworkId: network("northeurope"),
    },
  ],
  recoveryPlans: [
    {
      vaultId,
      name: "shop",
      primaryFabric: "westeurope",
      recoveryFabric: "northeurope",
      groups: [{ items: ["web1"] }],
      lastTestFailoverDaysAgo: 400,
    },
  ],
  jobs: [
    {
      vaultId,
      scenarioName: "TestFailover",
      state: "Failed",
      plan: "shop",
      startedMinutesAgo: 600,
      tasks: ["Prerequisites check for test failover", "Create test virtual machine"],
      error: { code: "150119", message: "The quota of cores is used up.", recommendedAction: "Raise it." },
    },
    { vaultId, scenarioName: "EnableDr", state: "InProgress", item: "erp", startedMinutesAgo: 4320 },
    { vaultId, scenarioName: "UnplannedFailover", state: "Suspended", item: "db1", startedMinutesAgo: 90 },
  ],
  events: [
    { vaultId, severity: "Critical", description: "Replication is critical.", item: "web2", minutesAgo: 90 },
  ],
};
