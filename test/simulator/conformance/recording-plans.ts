import type { Seed } from "../../../simulator/seed";
import { readRecording } from "./reference";
import type { ReplayPlan } from "./replay";

const subscription = "/subscriptions/00000000-0000-0000-0000-000000000000";
const sourceNetwork = `${subscription}/resourceGroups/cli.test.rg.SRVM/providers/Microsoft.Network/virtualNetworks/SRsourcevmVNET`;
const targetNetwork = `${subscription}/resourceGroups/cli.test.rg.SRVault/providers/Microsoft.Network/virtualNetworks/cli-test-vnet-A2A-2`;

const cliVault = vaultId("cli.test.rg.SRVault", "SRCliVault");
const firstContainer = `${cliVault}/replicationFabrics/cli-test-fabric-A2A-1/replicationProtectionContainers/cli-test-container-A2A-1`;
const protectedItem = `${firstContainer}/replicationProtectedItems/cli-test-protected-item-A2A-1`;
const itemRead = /^GET .*\/replicationProtectedItems\/[^/]+\?/;

/** What each recording found in place, for it starts in the middle of somebody's subscription, and how it goes on. */
export const recordingPlans: Readonly<Record<string, ReplayPlan & { readonly seed: () => Seed }>> = {
  "a2a-setup": {
    secondsBetweenPolls: 30,
    seed: () => ({ ...empty(), resources: [vault("CliTeraformVaultRG", "CliTerraformVault")] }),
  },
  "a2a-protect-failover": {
    secondsBetweenPolls: 35,
    firstPollAtOnce: true,
    before: [
      { pattern: itemRead, occurrence: 1, seconds: 31 * 60 },
      { pattern: new RegExp(itemRead), occurrence: 2, seconds: 5 * 60 },
      { pattern: /^GET .*\/replicationRecoveryPlans\/[^/]+\?/, occurrence: 1, seconds: 10 },
      {
        pattern: /^POST .*\/failoverCommit\?/,
        occurrence: 1,
        seconds: 150,
        request: {
          method: "POST",
          address: `${protectedItem}/unplannedFailover?api-version=2022-08-01`,
          body: {
            properties: {
              failoverDirection: "PrimaryToRecovery",
              providerSpecificDetails: { instanceType: "A2A" },
            },
          },
        },
      },
      {
        pattern: /^DELETE .*\/replicationPolicies\//,
        occurrence: 1,
        seconds: 10,
        request: {
          method: "DELETE",
          address: `${firstContainer}/replicationProtectionContainerMappings/m?api-version=2022-08-01`,
          body: undefined,
        },
      },
    ],
    bodies: {
      "/replicationNetworkMappings/cli-test-network-mapping-A2A-1": {
        properties: {
          recoveryFabricName: "cli-test-fabric-A2A-2",
          recoveryNetworkId: targetNetwork,
          fabricSpecificDetails: { instanceType: "AzureToAzure", primaryNetworkId: sourceNetwork },
        },
      },
    },
    seed: () => ({
      ...empty(),
      resourceGroups: [
        { name: "cli.test.rg.SRVault", location: "eastus" },
        { name: "cli.test.rg.SRVM", location: "eastus2" },
      ],
      azureVirtualMachines: [
        {
          name: "SRsourcevm",
          resourceGroup: "cli.test.rg.SRVM",
          location: "eastus2",
          size: "Standard_DS1_v2",
          disks: [
            {
              name: "SRsourcevm_disk1_53e81d4d037b4eb4b12588b9c6337331",
              sizeGiB: 127,
              sizeInBytes: 136367308800,
              sku: "Premium_LRS",
            },
          ],
          nics: [
            {
              name: "SRsourcevmVMNic",
              ipConfigurationName: "ipconfigSRsourcevm",
              subnetId: `${sourceNetwork}/subnets/SRsourcevmSubnet`,
              privateIpAddress: "10.0.0.4",
            },
          ],
        },
      ],
      resources: [
        vault("cli.test.rg.SRVault", "SRCliVault"),
        ...["1", "2"].map((number) => ({
          id: `${cliVault}/replicationFabrics/cli-test-fabric-A2A-${number}/replicationProtectionContainers/cli-test-container-A2A-${number}`,
          properties: { friendlyName: `cli-test-container-A2A-${number}` },
        })),
        {
          id: `${firstContainer}/replicationProtectionContainerMappings/m`,
          properties: { policyId: `${cliVault}/replicationPolicies/cli-test-vault-policy-A2A-1` },
        },
        { id: sourceNetwork, location: "eastus2", properties: {} },
        { id: targetNetwork, location: "eastus", properties: {} },
        {
          id: `${vaultId("cli.test.rg.SRVault", "SRCliVault")}/replicationFabrics/cli-test-fabric-A2A-2`,
          properties: {
            friendlyName: "East US",
            encryptionDetails: { kekState: "None", kekCertThumbprint: null },
            rolloverEncryptionDetails: { kekState: "None", kekCertThumbprint: null },
            internalIdentifier: "00000000-0000-5000-8000-000000000000",
            bcdrState: "Valid",
            customDetails: { instanceType: "Azure", location: "eastus" },
            healthErrorDetails: [],
            health: "Normal",
          },
        },
        {
          id: `${vaultId("cli.test.rg.SRVault", "SRCliVault")}/replicationPolicies/cli-test-vault-policy-A2A-1`,
          properties: { friendlyName: "cli-test-vault-policy-A2A-1" },
        },
      ],
    }),
  },
  "hyperv-to-azure-fabric-policy": {
    secondsBetweenPolls: 30,
    seed: () => ({ ...empty(), resources: [vault("h2asignoff", "CLITerraFormH2ATesting")] }),
  },
  "vmware-classic-policy": {
    secondsBetweenPolls: 30,
    seed: () => ({ ...empty(), resources: [vault("FPLSignoff", "CLITeraform-Testing-CSVault")] }),
  },
  "vault-create-rcm-policies": {
    secondsBetweenPolls: 30,
    seed: () => ({
      ...empty(),
      resourceGroups: [{ name: "clitest.rg.siterecovery.vault.000001", location: "eastus2euap" }],
    }),
  },
  "vmm-network-mapping-protectable-items": {
    secondsBetweenPolls: 30,
    seed: () => registered("vmm-network-mapping-protectable-items"),
  },
  "vmware-modernized-reads": {
    secondsBetweenPolls: 30,
    seed: () => {
      const seed = registered("vmware-modernized-reads");
      const container =
        seed.resources?.find(({ id }) => id.includes("/replicationProtectionContainers/"))?.id ?? "";
      // The container says it has one item, which no exchange reads.
      return {
        ...seed,
        resources: [...(seed.resources ?? []), { id: `${container}/replicationProtectedItems/one` }],
      };
    },
  },
};

function empty(): Seed {
  return {
    schema: "asr-seed/1",
    startsAt: "2022-12-23T08:00:00Z",
    subscription: { id: "00000000-0000-0000-0000-000000000000" },
  };
}

function vaultId(group: string, name: string): string {
  return `${subscription}/resourceGroups/${group}/providers/Microsoft.RecoveryServices/vaults/${name}`;
}

function vault(group: string, name: string) {
  return {
    id: vaultId(group, name),
    location: "eastus",
    sku: { name: "Standard" },
    properties: { provisioningState: "Succeeded" },
  };
}

type Planted = NonNullable<Seed["resources"]>[number];

/** A registered site cannot be made through ARM: what the recording reads is planted, and the reading is judged. */
function registered(name: string): Seed {
  const bodies = readRecording(name).flatMap(({ response }) => {
    const body = response?.body as Record<string, unknown> | undefined;
    if (Array.isArray(body?.["value"])) return body["value"] as Record<string, unknown>[];
    return body ? [body] : [];
  });
  // Later wins: a GET tells more than the list before it.
  const byId = new Map(
    bodies.map((body) => [String(body["id"]), body["properties"] as Record<string, unknown>]),
  );
  const planted = [...byId].map(([id, properties]): Planted => ({ id, properties }));
  const first = planted[0]?.id ?? "";
  const group = /resourceGroups\/([^/]+)/i.exec(first)?.[1] ?? "";
  const vaultName = /vaults\/([^/]+)/i.exec(first)?.[1] ?? "";
  return { ...empty(), resources: [vault(group, vaultName), ...withParents(planted)] };
}

function withParents(planted: readonly Planted[]): readonly Planted[] {
  const known = new Set(planted.map(({ id }) => id.toLowerCase()));
  const parents = planted.flatMap(({ id }) => ancestors(id)).filter((id) => !known.has(id.toLowerCase()));
  return [...[...new Set(parents)].map((id) => ({ id, properties: {} })), ...planted];
}

/** Resources between the vault and this one. */
function ancestors(id: string): readonly string[] {
  const segments = id.split("/");
  const vaultAt = segments.findIndex((segment) => segment.toLowerCase() === "vaults") + 2;
  const found: string[] = [];
  for (let end = vaultAt + 2; end < segments.length; end += 2) found.push(segments.slice(0, end).join("/"));
  return found;
}
