import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { startSimulator, type Simulator } from "../../simulator/server";
import { createProject, root, type Ended, type Project } from "./engine";

const program = `
const pulumi = require("@pulumi/pulumi");
const resources = require("@pulumi/azure-native/resources");
const recoveryservices = require("@pulumi/azure-native/recoveryservices");
const storage = require("@pulumi/azure-native/storage");
const network = require("@pulumi/azure-native/network");
const authorization = require("@pulumi/azure-native/authorization");
const config = new pulumi.Config();
const location = config.get("location") ?? "westeurope";
const tags = { stage: config.get("stage") ?? "one" };

const group = new resources.ResourceGroup("rg", { location: "westeurope", tags });
const vault = new recoveryservices.Vault("vault", {
  resourceGroupName: group.name,
  identity: { type: "SystemAssigned" },
  sku: { name: "RS0", tier: "Standard" },
  properties: { publicNetworkAccess: "Enabled" },
  tags,
});
const cache = new storage.StorageAccount("cache", {
  accountName: "stcachedr",
  resourceGroupName: group.name,
  kind: "StorageV2",
  sku: { name: "Standard_LRS" },
  enableHttpsTrafficOnly: true,
  tags: { ...tags, token: pulumi.secret("hush-hush") },
});
const recovery = new network.VirtualNetwork("vnet", {
  resourceGroupName: group.name,
  location,
  addressSpace: { addressPrefixes: ["10.1.0.0/16"] },
});
new network.Subnet("subnet", {
  resourceGroupName: group.name,
  virtualNetworkName: recovery.name,
  addressPrefix: "10.1.1.0/24",
});
const inVault = { resourceGroupName: group.name, resourceName: vault.name };
new recoveryservices.ReplicationPolicy("policy", {
  ...inVault,
  properties: {
    providerSpecificInput: {
      instanceType: "A2A",
      multiVmSyncStatus: "Enable",
      recoveryPointHistory: 1440,
      crashConsistentFrequencyInMinutes: 5,
      appConsistentFrequencyInMinutes: 240,
    },
  },
});
new recoveryservices.ReplicationFabric("fabric", {
  ...inVault,
  properties: { customDetails: { instanceType: "Azure", location: "westeurope" } },
});
new authorization.RoleAssignment("vault-writes-cache", {
  scope: cache.id,
  principalId: vault.identity.apply((identity) => identity.principalId),
  principalType: "ServicePrincipal",
  roleDefinitionId: "/providers/Microsoft.Authorization/roleDefinitions/ba92f5b4-2d11-453d-a403-e96b0029c9fe",
});
exports.blob = cache.primaryEndpoints.apply((endpoints) => endpoints.blob);
exports.key = storage.listStorageAccountKeysOutput({ resourceGroupName: group.name, accountName: cache.name }).keys[0].value;
`;

describe("azure-native on the simulator, with the real engine", () => {
  let simulator: Simulator;
  let project: Project;

  beforeAll(async () => {
    simulator = await startSimulator();
    project = await createProject({
      files: { "index.js": program },
      environment: { ...simulator.environment(), PATH: join(root, "simulator/azure-native/bin") },
    });
  });
  afterAll(async () => {
    await project.dispose();
    await simulator.close();
  });

  it("previews what it would create and creates nothing", async () => {
    const preview = await project.preview();
    expect(said(preview)).toMatch(/\+ 9 to create/);
    expect(preview.code).toBe(0);
    expect(simulator.liveResources()).toEqual([]);
  });

  it("creates, and then finds nothing to change", async () => {
    const up = await project.up();
    expect(up.code, said(up)).toBe(0);
    const { blob, key } = await project.outputs();
    expect(blob).toBe("https://stcachedr.blob.core.windows.net/");
    expect(key).toMatch(/^[A-Za-z0-9+/]{86}==$/);
    const state = JSON.stringify(await project.resources());
    for (const secret of ["hush-hush", key as string]) {
      expect(state).not.toContain(secret);
      expect(said(up)).not.toContain(secret);
    }
    expect(simulator.liveResources()).toHaveLength(8);

    const again = await project.preview("--expect-no-changes");
    expect(again.code, said(again)).toBe(0);
    const refresh = await project.refresh("--expect-no-changes");
    expect(refresh.code, said(refresh)).toBe(0);
  });

  it("updates tags in place", async () => {
    await project.pulumi("config", "set", "stage", "two");
    const up = await project.up();
    expect(up.code, said(up)).toBe(0);
    expect(said(up)).toMatch(/~ 3 updated/);
    expect(said(up)).not.toMatch(/replaced/);
  });

  it("replaces a network that moves to another region", async () => {
    const before = idOf(await project.resources(), "VirtualNetwork");
    await project.pulumi("config", "set", "location", "northeurope");
    const up = await project.up();
    expect(up.code, said(up)).toBe(0);
    expect(idOf(await project.resources(), "VirtualNetwork")).not.toBe(before);
    const again = await project.preview("--expect-no-changes");
    expect(again.code, said(again)).toBe(0);
  });

  it("destroys everything", async () => {
    const destroy = await project.destroy();
    expect(destroy.code, said(destroy)).toBe(0);
    expect(simulator.liveResources()).toEqual([]);
  });
});

function said(ended: Ended): string {
  return `${ended.stdout}\n${ended.stderr}`;
}

function idOf(resources: Awaited<ReturnType<Project["resources"]>>, type: string): string | undefined {
  return resources.find((resource) => resource.type.endsWith(`:${type}`))?.id;
}
