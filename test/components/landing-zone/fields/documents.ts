type Document = Readonly<Record<string, unknown>>;

/** What the ids of the documents begin with. */
export const group = "/subscriptions/00000000-0000-0000-0000-000000000001/resourceGroups/one";
export const providers = `${group}/providers`;
export const vaultId = `${providers}/Microsoft.RecoveryServices/vaults/rsv`;
export const fabricId = `${vaultId}/replicationFabrics/one`;
const containerId = `${fabricId}/replicationProtectionContainers/one`;

const subnets = [{ name: "one", addressPrefix: "10.0.0.0/24" }];
const network = (name: string) => ({ name, addressSpaces: ["10.0.0.0/16"], subnets });

const common = {
  schema: "asr-landing-zone/1",
  region: "westeurope",
  resourceGroups: { vault: { name: "rg" } },
  vault: { name: "rsv" },
  cacheStorage: { name: "cacheone", kind: "StorageV2", sku: "Standard_LRS" },
  networks: { recovery: network("vnet"), testFailover: network("vnet-test") },
  monitoring: { workspace: { name: "logs" }, logAlerts: {} },
};

const discovered = (policy: string): Document => ({
  policies: [{ name: "one", instanceType: policy }],
  machines: {
    one: { discoveredId: `${containerId}/replicationProtectableItems/one`, disks: [], nics: [] },
  },
});

const compute = `${providers}/Microsoft.Compute`;
const azure = {
  ...common,
  scenario: "azure-to-azure",
  policies: [{ name: "one", instanceType: "A2A" }],
  machines: {
    one: {
      sourceId: `${compute}/virtualMachines/one`,
      disks: [{ sourceId: `${compute}/disks/one` }],
    },
  },
};

const servers = { fabricId, containerId, processServerId: "ps", runAsAccountId: "account" };
const plans = { recoveryPlans: [{ name: "plan", groups: [{ groupType: "Boot", machines: ["one"] }] }] };

/** Documents that rows start from, by the ways to replicate. Each protects the machine `one`. */
export const documents = {
  modernized: {
    ...common,
    ...discovered("InMageRcm"),
    ...plans,
    scenario: "vmware-to-azure",
    replication: servers,
  },
  classic: {
    ...common,
    ...discovered("InMageAzureV2"),
    scenario: "vmware-to-azure",
    experience: "classic",
    edition: "2019-05",
    cacheStorage: { name: "cacheone", kind: "Storage", sku: "Standard_LRS" },
    replication: { ...servers, masterTargetId: "master" },
  },
  hyperv: {
    ...common,
    ...discovered("HyperVReplicaAzure"),
    ...plans,
    scenario: "hyperv-to-azure",
    replication: { fabricId, containerId },
  },
  azure: { ...azure, sourceRegion: "northeurope", replication: {} },
  zones: {
    ...azure,
    sourceRegion: "westeurope",
    replication: { zones: { primaryZone: "1", recoveryZone: "2" } },
  },
} as const satisfies Readonly<Record<string, Document>>;
