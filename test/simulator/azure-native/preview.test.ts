import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { startSimulator, type Simulator } from "../../../simulator/server";
import { SecretValue, unknown } from "../../../plugin-protocol/property-value";
import { startPlugin, type PluginClient } from "./plugin-client";

describe("preview", () => {
  let simulator: Simulator;
  let plugin: PluginClient;
  beforeAll(async () => {
    simulator = await startSimulator();
    plugin = await startPlugin(simulator.environment());
  });
  afterAll(async () => {
    await plugin.close();
    await simulator.close();
  });

  it("knows the inputs and nothing that the service fills", async () => {
    const { id, outputs } = await plugin.create(
      "azure-native:recoveryservices:Vault",
      "vault",
      {
        resourceGroupName: "rg",
        vaultName: "rsv",
        location: "westeurope",
        identity: { type: "SystemAssigned" },
        tags: { owner: new SecretValue("someone") },
        properties: { publicNetworkAccess: "Enabled" },
      },
      true,
    );
    expect(id).toBe("");
    expect(outputs).toMatchObject({
      location: "westeurope",
      identity: { type: "SystemAssigned", principalId: unknown, tenantId: unknown },
      tags: { owner: new SecretValue("someone") },
      properties: { publicNetworkAccess: "Enabled", provisioningState: unknown },
      name: unknown,
      type: unknown,
      sku: unknown,
      etag: unknown,
      azureApiVersion: "2024-10-01",
    });
    // Parameters of the path are no outputs.
    expect(outputs).not.toHaveProperty("resourceGroupName");
    expect(outputs).not.toHaveProperty("vaultName");
    expect(simulator.liveResources()).toEqual([]);
  });

  it("knows no id of a subnet that is made with its network, and none of an assigned identity's principals", async () => {
    const network = await plugin.create(
      "azure-native:network:VirtualNetwork",
      "vnet",
      {
        resourceGroupName: "rg",
        virtualNetworkName: "v",
        subnets: [{ name: "one", addressPrefix: "10.0.0.0/24" }],
      },
      true,
    );
    expect(network.outputs["subnets"]).toEqual([{ id: unknown, name: "one", addressPrefix: "10.0.0.0/24" }]);
    const vault = await plugin.create(
      "azure-native:recoveryservices:Vault",
      "vault",
      {
        resourceGroupName: "rg",
        vaultName: "v",
        identity: { type: "UserAssigned", userAssignedIdentities: ["/subscriptions/s/x"] },
      },
      true,
    );
    expect(vault.outputs["identity"]).toMatchObject({ userAssignedIdentities: unknown });
  });

  it("keeps name, type and region over an update, and touches nothing", async () => {
    await plugin.make("azure-native:resources:ResourceGroup", "rg", {
      resourceGroupName: "rg",
      location: "westeurope",
    });
    const kept = await plugin.make("azure-native:storage:StorageAccount", "s", {
      resourceGroupName: "rg",
      accountName: "stpreview",
      kind: "StorageV2",
      sku: { name: "Standard_LRS" },
    });
    const { outputs } = await plugin.update(kept, { ...kept.inputs, tags: { stage: "two" } }, true);
    expect(outputs).toMatchObject({
      name: "stpreview",
      type: "Microsoft.Storage/storageAccounts",
      location: "westeurope",
      tags: { stage: "two" },
      kind: "StorageV2",
      primaryEndpoints: unknown,
    });
    expect((await plugin.read(kept))?.outputs).not.toHaveProperty("tags.stage");
  });
});
