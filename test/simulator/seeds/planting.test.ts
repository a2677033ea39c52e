import type { VirtualNetwork } from "@azure/arm-network";
import { expect, it, onTestFinished } from "vitest";
import type { Seed } from "../../../simulator/seed";
import { subscription } from "../clients/replication-clients";
import { simulatedAzure } from "../simulated-azure";
import { liveStates, vaultId } from "./live-states";

async function planted(seed: Omit<Seed, "schema">) {
  const azure = await simulatedAzure({ seed: { schema: "asr-seed/1", ...seed } });
  onTestFinished(() => azure.simulator.close());
  return azure;
}

const network = (name: string) =>
  `${subscription}/resourceGroups/rg/providers/Microsoft.Network/virtualNetworks/${name}`;
const securityGroup = `${subscription}/resourceGroups/rg/providers/Microsoft.Network/networkSecurityGroups/nsg`;

it("plants the subnets, peerings and rules that a seeded resource lists, as Azure's own client wrote them down", async () => {
  const first = await planted({ resourceGroups: [{ name: "rg", location: "westeurope" }] });
  await first.network.virtualNetworks.createOrUpdate("rg", "net", {
    location: "westeurope",
    addressSpace: { addressPrefixes: ["10.0.0.0/16"] },
    subnets: [
      { name: "apps", addressPrefix: "10.0.0.0/24" },
      { name: "test", addressPrefix: "10.0.1.0/24" },
    ],
  });
  const shown = await first.network.virtualNetworks.get("rg", "net");
  const asRead: VirtualNetwork = JSON.parse(JSON.stringify(shown)) as VirtualNetwork;

  const again = await planted({
    resources: [
      {
        id: network("net"),
        location: "westeurope",
        properties: {
          addressSpace: asRead.addressSpace,
          subnets: (asRead.subnets ?? []).map(({ name, addressPrefix }) => ({
            name,
            properties: { addressPrefix },
          })),
          virtualNetworkPeerings: [
            {
              name: "hub",
              properties: { remoteVirtualNetwork: { id: network("hub") }, peeringState: "Connected" },
            },
          ],
        },
      },
      {
        id: securityGroup,
        location: "westeurope",
        properties: { securityRules: [{ name: "ssh", properties: { priority: 100, access: "Deny" } }] },
      },
    ],
  });
  const subnet = await again.network.subnets.get("rg", "net", "test");
  expect(subnet.addressPrefix).toBe("10.0.1.0/24");
  const net = await again.network.virtualNetworks.get("rg", "net");
  expect(net.subnets?.map(({ name }) => name)).toEqual(["apps", "test"]);
  expect(net.virtualNetworkPeerings?.map(({ name, peeringState }) => [name, peeringState])).toEqual([
    ["hub", "Connected"],
  ]);
  expect((await again.network.securityRules.get("rg", "nsg", "ssh")).priority).toBe(100);
});

it("refuses a subnet without a name", async () => {
  const resources = [
    { id: network("net"), location: "westeurope", properties: { subnets: [{ properties: {} }] } },
  ];
  await expect(simulatedAzure({ seed: { schema: "asr-seed/1", resources } })).rejects.toThrow(
    `The seed lists under 'subnets' of '${network("net")}/subnets' something without a name.`,
  );
});

it("gives a recovery plan that names no fabrics those of its items", async () => {
  const azure = await simulatedAzure({
    seed: {
      ...liveStates,
      recoveryPlans: [{ vaultId, name: "bare", groups: [{ items: ["web1", "web2"] }] }],
    },
  });
  onTestFinished(() => azure.simulator.close());
  const { properties } = await azure.siteRecovery.replicationRecoveryPlans.get(
    "vault-live",
    "rg-live",
    "bare",
  );
  const item = await azure.siteRecovery.replicationProtectedItems.get(
    "vault-live",
    "rg-live",
    "westeurope",
    "westeurope-container",
    "web1",
  );
  expect(properties?.primaryFabricId?.toLowerCase()).toBe(
    `${vaultId}/replicationFabrics/westeurope`.toLowerCase(),
  );
  expect(properties?.recoveryFabricId).toBe(item.properties?.recoveryFabricId);
  expect(properties?.recoveryFabricFriendlyName).toBe("North Europe");
});

it("says that a plan without items has no fabric", async () => {
  const seed: Seed = { ...liveStates, recoveryPlans: [{ vaultId, name: "bare", groups: [{ items: [] }] }] };
  await expect(simulatedAzure({ seed })).rejects.toThrow("'bare' has no items");
});

it("plants errors of the vault itself, which its health shows", async () => {
  const azure = await planted({
    vaults: [
      {
        name: "v",
        resourceGroup: "rg",
        location: "northeurope",
        healthErrors: [{ code: "10001", message: "The key is lost.", recommendedAction: "Restore the key." }],
      },
    ],
  });
  const { properties } = await azure.siteRecovery.replicationVaultHealth.get("v", "rg");
  expect(properties?.vaultErrors).toMatchObject([
    { errorCode: "10001", summaryMessage: "The key is lost.", recommendedAction: "Restore the key." },
  ]);
  await azure.vaults.vaults.delete("rg", "v");
  expect(azure.simulator.liveResources().filter(({ type }) => type.includes("RecoveryServices"))).toEqual([]);
});

it("adds a seed whole or not at all, also while an operation is under way", async () => {
  const azure = await planted({ resourceGroups: [{ name: "rg", location: "westeurope" }] });
  const { simulator } = azure;
  const poller = azure.network.virtualNetworks.createOrUpdate("rg", "net", {
    location: "westeurope",
    addressSpace: { addressPrefixes: ["10.0.0.0/16"] },
  });
  await poller.submitted();
  const before = simulator.liveResources();
  const half: Seed = {
    schema: "asr-seed/1",
    resources: [
      { id: network("fine"), location: "westeurope" },
      { id: "/subscriptions", location: "westeurope" },
    ],
  };
  expect(() => {
    simulator.register(half);
  }).toThrow("'/subscriptions' in the seed does not name a resource");
  expect(simulator.liveResources()).toEqual(before);
  expect((await poller.pollUntilDone()).provisioningState).toBe("Succeeded");
});
