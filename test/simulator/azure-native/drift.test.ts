import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { ArmClient } from "../../../simulator/azure-native/arm/arm-client";
import { armConnection } from "../../../simulator/azure-native/arm/arm-connection";
import { SecretValue } from "../../../plugin-protocol/property-value";
import type { JsonObject } from "../../../simulator/json";
import { startSimulator, type Simulator } from "../../../simulator/server";
import { startPlugin, type PluginClient } from "./plugin-client";

const signal = new AbortController().signal;
const networkApi = "2024-05-01";

describe("what happens outside Pulumi", () => {
  let simulator: Simulator;
  let plugin: PluginClient;
  let arm: ArmClient;
  beforeAll(async () => {
    simulator = await startSimulator();
    plugin = await startPlugin(simulator.environment());
    arm = new ArmClient(armConnection({}, simulator.environment()));
  });
  afterEach(async () => {
    const group = `/subscriptions/${simulator.subscriptionId}/resourceGroups/rg`;
    if ((await arm.find(group, "2024-03-01", signal)) !== undefined) {
      await arm.change("DELETE", group, "2024-03-01", undefined, signal);
    }
  });
  afterAll(async () => {
    arm.close();
    await plugin.close();
    await simulator.close();
  });

  const group = () =>
    plugin.make("azure-native:resources:ResourceGroup", "rg", {
      resourceGroupName: "rg",
      location: "westeurope",
      tags: { stage: "one" },
    });
  const network = (inputs: Parameters<PluginClient["make"]>[2]) =>
    plugin.make("azure-native:network:VirtualNetwork", "vnet", {
      resourceGroupName: "rg",
      virtualNetworkName: "vnet",
      addressSpace: { addressPrefixes: ["10.1.0.0/16"] },
      ...inputs,
    });

  it("carries a changed tag into the inputs, so that the next preview shows it", async () => {
    const kept = await group();
    await arm.change(
      "PUT",
      kept.id,
      "2024-03-01",
      { location: "westeurope", tags: { stage: "one", added: "by hand" } },
      signal,
    );
    const now = await plugin.read(kept);
    expect(now?.inputs).toEqual({ ...kept.inputs, tags: { stage: "one", added: "by hand" } });
    expect(await plugin.diff({ ...kept, inputs: now?.inputs ?? {} }, kept.inputs)).toMatchObject({
      changes: true,
      detailed: { "tags.added": "DELETE" },
    });
  });

  it("carries a setting into the inputs that they did not name", async () => {
    await group();
    const kept = await network({});
    const body = (await arm.find(kept.id, networkApi, signal)) as JsonObject;
    await arm.change("PUT", kept.id, networkApi, { ...body, tags: { owner: "somebody" } }, signal);
    expect((await plugin.read(kept))?.inputs).toEqual({ ...kept.inputs, tags: { owner: "somebody" } });
  });

  it("keeps a secret secret when its value changed outside", async () => {
    await group();
    const kept = await network({ tags: { token: new SecretValue("old") } });
    expect(kept.outputs["tags"]).toEqual(new SecretValue({ token: "old" }));
    const body = (await arm.find(kept.id, networkApi, signal)) as JsonObject;
    await arm.change("PUT", kept.id, networkApi, { ...body, tags: { token: "new" } }, signal);
    const now = await plugin.read(kept);
    expect(now?.inputs["tags"]).toEqual({ token: new SecretValue("new") });
    expect(now?.outputs["tags"]).toEqual(new SecretValue({ token: "new" }));
  });

  it("leaves a subnet alone that is managed on its own, at refresh and at update", async () => {
    await group();
    const kept = await network({});
    const subnet = await plugin.make("azure-native:network:Subnet", "one", {
      resourceGroupName: "rg",
      virtualNetworkName: "vnet",
      subnetName: "one",
      addressPrefix: "10.1.1.0/24",
    });
    expect((await plugin.read(kept))?.inputs).toEqual(kept.inputs);
    await plugin.update(kept, { ...kept.inputs, tags: { stage: "two" } });
    expect((await plugin.read(subnet))?.outputs["addressPrefix"]).toBe("10.1.1.0/24");
  });

  it("removes a subnet that was written in the network and is not any more", async () => {
    await group();
    const kept = await network({
      subnets: [
        { name: "one", addressPrefix: "10.1.1.0/24" },
        { name: "two", addressPrefix: "10.1.2.0/24" },
      ],
    });
    const updated = await plugin.update(kept, {
      ...kept.inputs,
      subnets: [{ name: "one", addressPrefix: "10.1.1.0/24" }],
    });
    expect(updated.outputs["subnets"]).toMatchObject([{ name: "one", addressPrefix: "10.1.1.0/24" }]);
  });

  it("reports what is gone", async () => {
    const kept = await group();
    await arm.change("DELETE", kept.id, "2024-03-01", undefined, signal);
    expect(await plugin.read(kept)).toBeUndefined();
    await expect(plugin.delete(kept)).resolves.toBeUndefined();
  });

  it("refuses to take over what exists already", async () => {
    const kept = await group();
    await expect(plugin.create(kept.token, "again", kept.inputs)).rejects.toThrow(
      `${kept.id} exists already: import it`,
    );
  });

  it("imports by id, in any case, with inputs that describe what is there", async () => {
    await group();
    const made = await network({ tags: { stage: "one" } });
    const imported = await plugin.read({
      token: made.token,
      name: "vnet",
      id: made.id.replace("resourceGroups", "resourcegroups"),
    });
    expect(imported?.inputs).toMatchObject({
      resourceGroupName: "rg",
      virtualNetworkName: "vnet",
      location: "westeurope",
      addressSpace: { addressPrefixes: ["10.1.0.0/16"] },
      tags: { stage: "one" },
    });
    expect(imported?.inputs).not.toHaveProperty("provisioningState");
    expect(imported?.inputs).not.toHaveProperty("subnets");
    const foreign = made.id.split("/providers/")[0] ?? "";
    await expect(plugin.read({ token: made.token, name: "vnet", id: foreign })).rejects.toThrow(
      `${foreign} is no id of azure-native:network:VirtualNetwork; expected /subscriptions/{subscriptionId}/`,
    );
  });

  it("keeps a generic resource at the API version its program chose", async () => {
    await group();
    const kept = await plugin.make("azure-native:resources:Resource", "any", {
      resourceGroupName: "rg",
      resourceProviderNamespace: "Microsoft.Network",
      parentResourcePath: "",
      resourceType: "virtualNetworks",
      resourceName: "generic",
      apiVersion: "2023-11-01",
      location: "westeurope",
      properties: { addressSpace: { addressPrefixes: ["10.2.0.0/16"] } },
    });
    expect(kept.id).toMatch(/\/providers\/Microsoft.Network\/virtualNetworks\/generic$/);
    expect(kept.outputs).toMatchObject({
      azureApiVersion: "2023-11-01",
      properties: { addressSpace: { addressPrefixes: ["10.2.0.0/16"] } },
    });
    expect((await plugin.read(kept))?.inputs).toEqual(kept.inputs);
    await plugin.delete(kept);
    expect(await plugin.read(kept)).toBeUndefined();
  });

  it("keeps a type that is not modelled as it was written", async () => {
    await group();
    const kept = await plugin.make("azure-native:web:StaticSite", "site", {
      resourceGroupName: "rg",
      sku: { name: "Free" },
      branch: "main",
    });
    expect(kept.id).toMatch(/\/providers\/Microsoft.Web\/staticSites\/site[0-9a-f]{8}$/);
    expect(kept.outputs).toMatchObject({ sku: { name: "Free" }, branch: "main" });
    expect((await plugin.read(kept))?.inputs).toEqual(kept.inputs);
  });
});
