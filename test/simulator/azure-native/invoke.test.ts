import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { startSimulator, type Simulator } from "../../../simulator/server";
import { SecretValue } from "../../../plugin-protocol/property-value";
import { startPlugin, type PluginClient } from "./plugin-client";

describe("functions", () => {
  let simulator: Simulator;
  let plugin: PluginClient;
  beforeAll(async () => {
    simulator = await startSimulator();
    plugin = await startPlugin(simulator.environment());
    await plugin.make("azure-native:resources:ResourceGroup", "rg", {
      resourceGroupName: "rg",
      location: "westeurope",
    });
    await plugin.make("azure-native:storage:StorageAccount", "s", {
      resourceGroupName: "rg",
      accountName: "stfunctions",
      kind: "StorageV2",
      sku: { name: "Standard_LRS" },
      enableHttpsTrafficOnly: true,
    });
  });
  afterAll(async () => {
    await plugin.close();
    await simulator.close();
  });

  it("say who is signed in", async () => {
    const { objectId, ...rest } = await plugin.invoke("azure-native:authorization:getClientConfig", {});
    expect(rest).toEqual({
      clientId: simulator.clientId,
      subscriptionId: simulator.subscriptionId,
      tenantId: simulator.tenantId,
    });
    expect(objectId).toMatch(/^[0-9a-f-]{36}$/);
    expect((await plugin.invoke("azure-native:authorization:getClientToken", {}))["token"]).toBeInstanceOf(
      SecretValue,
    );
  });

  it("read a resource as azure-native shows it", async () => {
    const found = await plugin.invoke("azure-native:storage:getStorageAccount", {
      resourceGroupName: "rg",
      accountName: "stfunctions",
    });
    expect(found).toMatchObject({
      name: "stfunctions",
      enableHttpsTrafficOnly: true,
      sku: { name: "Standard_LRS" },
    });
    expect(found["id"]).toMatch(/\/storageAccounts\/stfunctions$/);
  });

  it("keep account keys secret", async () => {
    const { keys } = await plugin.invoke("azure-native:storage:listStorageAccountKeys", {
      resourceGroupName: "rg",
      accountName: "stfunctions",
    });
    expect(keys).toBeInstanceOf(SecretValue);
    expect((keys as SecretValue).value).toMatchObject([{ keyName: "key1" }, { keyName: "key2" }]);
  });

  it.each([
    ["azure-native:storage:getStorageAccount", { resourceGroupName: "rg", accountName: "stnothing" }, "404"],
    [
      "azure-native:storage:getStorageAccount",
      { resourceGroupName: "rg" },
      "storage:StorageAccount needs accountName",
    ],
    [
      "azure-native:storage:listEverything",
      {},
      "The simulator has no function azure-native:storage:listEverything",
    ],
  ])("fail clearly: %s", async (token, args, message) => {
    await expect(plugin.invoke(token, args)).rejects.toThrow(message);
  });
});
