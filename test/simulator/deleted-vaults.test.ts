import { afterEach, expect, it } from "vitest";
import { rawAzure, type RawAzure } from "./raw-client";

let azure: RawAzure;
afterEach(() => azure.close());

const version = "?api-version=2025-02-01";
const vaultId = () => `${azure.group}/providers/Microsoft.RecoveryServices/vaults/v1`;
const body = { location: "westeurope", sku: { name: "RS0", tier: "Standard" }, properties: {} };
const deleted = async () => {
  const address = `/subscriptions/${azure.simulator.subscriptionId}/providers/Microsoft.RecoveryServices/locations/westeurope/deletedVaults`;
  const answer = await azure.send("GET", `${address}${version}`);
  return (
    answer.body as {
      readonly value: readonly { readonly id: string; readonly properties: { readonly vaultId: string } }[];
    }
  ).value;
};

async function vaultWithItem(): Promise<void> {
  azure = await rawAzure();
  await azure.sendAndWait("PUT", `${vaultId()}${version}`, body);
  azure.simulator.register({
    schema: "asr-seed/1",
    resources: [
      { id: `${vaultId()}/backupFabrics/Azure` },
      { id: `${vaultId()}/backupFabrics/Azure/protectionContainers/c` },
      { id: `${vaultId()}/backupFabrics/Azure/protectionContainers/c/protectedItems/vm` },
    ],
  });
}

it("keeps a vault with items that is deleted, lets a new one take its name, and forgets the old in time", async () => {
  await vaultWithItem();
  const answer = await azure.sendAndWait("DELETE", `${vaultId()}${version}`);
  expect([answer.status, answer.body]).toMatchObject([200, { status: "Succeeded" }]);
  expect((await azure.send("GET", `${vaultId()}${version}`)).status).toBe(404);
  const [kept] = await deleted();
  expect(kept?.properties.vaultId).toBe(vaultId());
  expect(azure.simulator.liveResources().map(({ name }) => name)).toEqual(["rg1"]);
  const again = await azure.sendAndWait("PUT", `${vaultId()}${version}`, body);
  expect(again.body).toMatchObject({ status: "Succeeded" });
  const refused = await azure.send("POST", `${kept?.id ?? ""}/undelete${version}`, { properties: {} });
  expect(refused.status).toBe(409);
  azure.simulator.clock.advance(15 * 86_400);
  expect(await deleted()).toEqual([]);
});

it("brings a deleted vault back", async () => {
  await vaultWithItem();
  await azure.sendAndWait("DELETE", `${vaultId()}${version}`);
  const [kept] = await deleted();
  await azure.sendAndWait("POST", `${kept?.id ?? ""}/undelete${version}`, {
    properties: { recoveryResourceGroupId: azure.group },
  });
  expect((await azure.send("GET", `${vaultId()}${version}`)).status).toBe(200);
  expect(await deleted()).toEqual([]);
});

it("keeps nothing of an empty vault, and lists what a seed says was deleted", async () => {
  azure = await rawAzure();
  await azure.sendAndWait("PUT", `${vaultId()}${version}`, body);
  await azure.sendAndWait("DELETE", `${vaultId()}${version}`);
  expect(await deleted()).toEqual([]);
  azure.simulator.register({
    schema: "asr-seed/1",
    vaults: [{ name: "gone", resourceGroup: "rg1", location: "westeurope", softDeletedDaysAgo: 2 }],
  });
  expect((await deleted()).map(({ properties }) => properties.vaultId.split("/").at(-1))).toEqual(["gone"]);
});
