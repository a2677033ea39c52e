import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { simulatedAzure, type SimulatedAzure } from "../simulated-azure";

let azure: SimulatedAzure;
beforeAll(async () => {
  azure = await simulatedAzure();
});
afterAll(async () => {
  await azure.simulator.close();
});

describe("Azure's own clients", () => {
  it("live through a landing zone", async () => {
    const group = await azure.resources.resourceGroups.createOrUpdate("rg-dr", { location: "West Europe" });
    expect(group.location).toBe("westeurope");
    const vault = await azure.vaults.vaults.createOrUpdate("rg-dr", "vault1", {
      location: "westeurope",
      sku: { name: "RS0", tier: "Standard" },
      identity: { type: "SystemAssigned" },
      properties: {},
    });
    expect(vault.properties?.provisioningState).toBe("Succeeded");
    const account = await azure.storage.storageAccounts.create("rg-dr", "cachestore1", {
      location: "westeurope",
      kind: "StorageV2",
      sku: { name: "Standard_LRS" },
    });
    expect(account.primaryEndpoints?.blob).toBe("https://cachestore1.blob.core.windows.net/");
    const network = await azure.network.virtualNetworks.createOrUpdate("rg-dr", "vnet-dr", {
      location: "westeurope",
      addressSpace: { addressPrefixes: ["10.0.0.0/16"] },
      subnets: [{ name: "default", addressPrefix: "10.0.0.0/24" }],
    });
    expect(network.subnets?.map((subnet) => subnet.name)).toEqual(["default"]);
    const fabric = await azure.siteRecovery.replicationFabrics.beginCreateAndWait(
      "vault1",
      "rg-dr",
      "fabric1",
      {
        properties: { customDetails: { instanceType: "Azure", location: "westeurope" } },
      },
    );
    expect(fabric.properties?.friendlyName).toBe("West Europe");
    const policy = await azure.siteRecovery.replicationPolicies.beginCreateAndWait(
      "vault1",
      "rg-dr",
      "policy1",
      {
        properties: { providerSpecificInput: { instanceType: "A2A", multiVmSyncStatus: "Enable" } },
      },
    );
    expect(policy.properties?.providerSpecificDetails?.instanceType).toBe("A2A");
    await azure.siteRecovery.replicationFabrics.beginDeleteAndWait("vault1", "rg-dr", "fabric1");
    await azure.resources.resourceGroups.delete("rg-dr");
    expect(azure.simulator.liveResources()).toEqual([]);
  });
});
