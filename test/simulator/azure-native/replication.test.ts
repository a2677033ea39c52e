import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { ArmClient } from "../../../simulator/azure-native/arm/arm-client";
import { armConnection } from "../../../simulator/azure-native/arm/arm-connection";
import { startSimulator, type Simulator } from "../../../simulator/server";
import { startPlugin, type Kept, type PluginClient } from "./plugin-client";

const api = "2024-10-01";
const signal = new AbortController().signal;

describe("replication between two regions through the plugin", () => {
  let simulator: Simulator;
  let plugin: PluginClient;
  let arm: ArmClient;
  const made: Kept[] = [];
  const inVault = { resourceGroupName: "rg-dr", resourceName: "rsv-dr" };

  beforeAll(async () => {
    simulator = await startSimulator({ strict: true });
    plugin = await startPlugin(simulator.environment());
    arm = new ArmClient(armConnection({}, simulator.environment()));
  });
  afterAll(async () => {
    arm.close();
    await plugin.close();
    await simulator.close();
  });

  const make = async (
    token: string,
    name: string,
    inputs: Parameters<PluginClient["make"]>[2],
  ): Promise<Kept> => {
    const kept = await plugin.make(`azure-native:${token}`, name, inputs);
    made.push(kept);
    return kept;
  };
  const region = async (location: string) => {
    const fabric = await make("recoveryservices:ReplicationFabric", `fabric-${location}`, {
      ...inVault,
      fabricName: `fabric-${location}`,
      properties: { customDetails: { instanceType: "Azure", location } },
    });
    // azure-native has no type for containers: whoever makes them does it otherwise.
    const container = `${fabric.id}/replicationProtectionContainers/container-${location}`;
    await arm.change(
      "PUT",
      container,
      api,
      { properties: { providerSpecificInput: [{ instanceType: "A2A" }] } },
      signal,
    );
    const network = await make("network:VirtualNetwork", `vnet-${location}`, {
      resourceGroupName: "rg-dr",
      virtualNetworkName: `vnet-${location}`,
      location,
      addressSpace: { addressPrefixes: ["10.0.0.0/16"] },
    });
    return { fabric, container, network };
  };

  it("makes fabrics, policy, container mapping and network mapping, and a refresh finds nothing changed", async () => {
    await make("resources:ResourceGroup", "rg", { resourceGroupName: "rg-dr", location: "westeurope" });
    await make("recoveryservices:Vault", "vault", {
      resourceGroupName: "rg-dr",
      vaultName: "rsv-dr",
      sku: { name: "RS0", tier: "Standard" },
    });
    const policy = await make("recoveryservices:ReplicationPolicy", "policy", {
      ...inVault,
      policyName: "policy",
      properties: { providerSpecificInput: { instanceType: "A2A", multiVmSyncStatus: "Enable" } },
    });
    const source = await region("northeurope");
    const target = await region("westeurope");
    const mapping = await make("recoveryservices:ReplicationProtectionContainerMapping", "mapping", {
      ...inVault,
      fabricName: "fabric-northeurope",
      protectionContainerName: "container-northeurope",
      mappingName: "to-west",
      properties: {
        policyId: policy.id,
        targetProtectionContainerId: target.container,
        providerSpecificInput: { instanceType: "A2A", agentAutoUpdateStatus: "Disabled" },
      },
    });
    await make("recoveryservices:ReplicationNetworkMapping", "network-mapping", {
      ...inVault,
      fabricName: "fabric-northeurope",
      networkName: "azureNetwork",
      networkMappingName: "to-west",
      properties: {
        recoveryFabricName: "fabric-westeurope",
        recoveryNetworkId: target.network.id,
        fabricSpecificDetails: { instanceType: "AzureToAzure", primaryNetworkId: source.network.id },
      },
    });
    expect(mapping.outputs["properties"]).toMatchObject({ policyFriendlyName: "policy" });
    for (const kept of made) expect((await plugin.read(kept))?.inputs, kept.token).toEqual(kept.inputs);
  });

  it("shows at a refresh who else changed a policy, but no state that the service fills", async () => {
    const fabric = made.find((kept) => kept.name === "fabric-northeurope");
    const policy = made.find((kept) => kept.name === "policy");
    if (fabric === undefined || policy === undefined) throw new Error("The first test made none.");
    // The fabric's details list containers now, which were not there when it was made.
    await arm.change(
      "PUT",
      `${fabric.id}/replicationProtectionContainers/another`,
      api,
      { properties: { providerSpecificInput: [{ instanceType: "A2A" }] } },
      signal,
    );
    expect((await plugin.read(fabric))?.inputs).toEqual(fabric.inputs);
  });

  it("deletes in reverse: mappings, containers, fabrics, vault", async () => {
    const mappings = made.filter((kept) => /Mapping$/.test(kept.token));
    for (const kept of mappings) await plugin.delete(kept);
    for (const kept of made.filter((one) => one.token.endsWith("ReplicationFabric"))) {
      const list = (await arm.find(`${kept.id}/replicationProtectionContainers`, api, signal)) ?? {};
      for (const { id } of list["value"] as readonly { readonly id: string }[]) {
        await arm.change("POST", `${id}/remove`, api, {}, signal);
      }
    }
    for (const kept of [...made].reverse().filter((one) => !mappings.includes(one)))
      await plugin.delete(kept);
    expect(simulator.liveResources()).toEqual([]);
  });
});
