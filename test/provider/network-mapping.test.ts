import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { PropertyMap } from "../../plugin-protocol/property-value";
import { startPlugin, type Kept, type PluginClient } from "../simulator/azure-native/plugin-client";
import { a2aWorld, type A2aWorld } from "../simulator/replication/a2a-world";
import { a2aMachine } from "./replicated-machine/a2a-machine";

let world: A2aWorld;
let native: PluginClient;

beforeEach(async () => {
  world = await a2aWorld();
  native = await startPlugin(world.azure.simulator.environment());
});
afterEach(async () => {
  await native.close();
  await world.azure.close();
});

const network = (name: string) => `${world.azure.group}/providers/Microsoft.Network/virtualNetworks/${name}`;
const inputs = (from: string, to: string, target = `vnet-${to}`): PropertyMap => ({
  resourceGroupName: "rg1",
  resourceName: "v1",
  fabricName: from,
  networkName: "azureNetwork",
  networkMappingName: "mapping",
  properties: {
    recoveryFabricName: to,
    recoveryNetworkId: network(target),
    fabricSpecificDetails: { instanceType: "AzureToAzure", primaryNetworkId: network(`vnet-${from}`) },
  },
});
const make = (from: string, to: string) =>
  native.make("azure-native:recoveryservices:ReplicationNetworkMapping", from, inputs(from, to));
const recoveryNetwork = async (mapping: Kept) => (await world.properties(mapping.id))["recoveryNetworkId"];

/** Why this package has no resource of its own for them. */
describe("azure-native's network mapping", () => {
  it("has every verb that a mapping needs, in both directions", async () => {
    const there = await make("westeurope", "northeurope");
    const back = await make("northeurope", "westeurope");
    for (const mapping of [there, back]) {
      expect((await native.read(mapping))?.inputs).toEqual(mapping.inputs);
      expect(await world.properties(mapping.id)).toMatchObject({ state: "Paired" });
    }

    // Another network of the region: changed in place, and what is mapped afterwards is what was asked for.
    await world.azure.send("PUT", `${network("other")}?api-version=2024-05-01`, {
      location: "northeurope",
      properties: { addressSpace: { addressPrefixes: ["10.1.0.0/16"] } },
    });
    const wanted = inputs("westeurope", "northeurope", "other");
    expect(await native.diff(there, wanted)).toMatchObject({ changes: true, replaces: [] });
    const updated = await native.update(there, wanted);
    expect(await recoveryNetwork(updated)).toBe(network("other").toLowerCase());
    expect((await native.read(updated))?.inputs).toEqual(wanted);

    // What somebody else changes is found by a refresh.
    await a2aMachine(world).succeeded("PATCH", there.id, {
      properties: { recoveryNetworkId: network("vnet-northeurope") },
    });
    const found = (await native.read(updated))?.inputs["properties"] as PropertyMap;
    expect((found["recoveryNetworkId"] as string).toLowerCase()).toBe(
      network("vnet-northeurope").toLowerCase(),
    );

    // DELETE is the only way the service has to remove one; no replication is lost by it.
    for (const mapping of [there, back]) {
      await native.delete(mapping);
      expect(await native.read(mapping)).toBeUndefined();
    }
  });
});
