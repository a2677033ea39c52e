import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { simulatedAzure, type SimulatedAzure } from "../simulated-azure";

let azure: SimulatedAzure;
const group = "rg1";

beforeAll(async () => {
  azure = await simulatedAzure({
    seed: {
      schema: "asr-seed/1",
      resourceGroups: [{ name: group, location: "westeurope" }],
      reservedNames: [{ type: "Microsoft.Storage/storageAccounts", name: "somebodyelses" }],
    },
    pageSize: 2,
  });
});
afterAll(() => azure.simulator.close());

async function all<T>(pages: AsyncIterable<T>): Promise<T[]> {
  const found: T[] = [];
  for await (const entry of pages) found.push(entry);
  return found;
}

describe("storage through its own client", () => {
  const account = { location: "westeurope", kind: "StorageV2", sku: { name: "Standard_LRS" } } as const;

  it("lives through an account", async () => {
    const accounts = azure.storage.storageAccounts;
    expect(
      await accounts.checkNameAvailability({
        name: "somebodyelses",
        type: "Microsoft.Storage/storageAccounts",
      }),
    ).toMatchObject({
      nameAvailable: false,
      reason: "AlreadyExists",
    });
    const made = await accounts.create(group, "cache1", { ...account, enableHttpsTrafficOnly: true });
    expect(made).toMatchObject({
      provisioningState: "Succeeded",
      accessTier: "Hot",
      sku: { tier: "Standard" },
    });
    const updated = await accounts.update(group, "cache1", {
      tags: { use: "cache" },
      minimumTlsVersion: "TLS1_2",
    });
    expect(updated).toMatchObject({ tags: { use: "cache" }, minimumTlsVersion: "TLS1_2", accessTier: "Hot" });
    const before = await accounts.listKeys(group, "cache1");
    await accounts.regenerateKey(group, "cache1", { keyName: "key1" });
    const after = await accounts.listKeys(group, "cache1");
    expect(after.keys?.map(({ value }, index) => value === before.keys?.[index]?.value)).toEqual([
      false,
      true,
    ]);
    await accounts.delete(group, "cache1");
    await expect(accounts.getProperties(group, "cache1")).rejects.toMatchObject({ code: "ResourceNotFound" });
  });

  it("has a blob service from the start, and containers in it", async () => {
    await azure.storage.storageAccounts.create(group, "blobs1", { ...account, allowBlobPublicAccess: false });
    expect(await azure.storage.blobServices.getServiceProperties(group, "blobs1")).toMatchObject({
      name: "default",
      cors: { corsRules: [] },
    });
    await azure.storage.blobContainers.create(group, "blobs1", "staging", {});
    expect((await all(azure.storage.blobContainers.list(group, "blobs1"))).map(({ name }) => name)).toEqual([
      "staging",
    ]);
    await expect(
      azure.storage.blobContainers.create(group, "blobs1", "open", { publicAccess: "Blob" }),
    ).rejects.toMatchObject({
      code: "PublicAccessNotPermitted",
    });
    await azure.storage.storageAccounts.delete(group, "blobs1");
    expect(azure.simulator.liveResources().map(({ id }) => id)).toHaveLength(1);
  });

  it("pages its lists", async () => {
    for (const name of ["page1", "page2", "page3", "page4", "page5"])
      await azure.storage.storageAccounts.create(group, name, account);
    const names = (await all(azure.storage.storageAccounts.listByResourceGroup(group))).map(
      ({ name }) => name,
    );
    expect(names).toEqual(["page1", "page2", "page3", "page4", "page5"]);
    const resources = await all(azure.resources.resources.listByResourceGroup(group));
    expect(resources.map(({ name }) => name)).toEqual(names);
    for (const name of names) await azure.storage.storageAccounts.delete(group, name ?? "");
  });
});

describe("networks through their own client", () => {
  it("keeps subnets written with the network and apart from it as one list", async () => {
    const { virtualNetworks, subnets, networkSecurityGroups } = azure.network;
    const security = await networkSecurityGroups.createOrUpdate(group, "nsg1", {
      location: "westeurope",
      securityRules: [
        {
          name: "deny",
          access: "Deny",
          direction: "Inbound",
          priority: 100,
          protocol: "*",
          sourceAddressPrefix: "*",
          destinationAddressPrefix: "*",
          sourcePortRange: "*",
          destinationPortRange: "*",
        },
      ],
    });
    expect(security.defaultSecurityRules).toHaveLength(6);
    await virtualNetworks.createOrUpdate(group, "vnet1", {
      location: "westeurope",
      addressSpace: { addressPrefixes: ["10.0.0.0/16"] },
      subnets: [{ name: "a", addressPrefix: "10.0.0.0/24" }],
    });
    await subnets.createOrUpdate(group, "vnet1", "b", {
      addressPrefix: "10.0.1.0/24",
      networkSecurityGroup: { id: security.id ?? "" },
    });
    const names = async () => (await virtualNetworks.get(group, "vnet1")).subnets?.map(({ name }) => name);
    expect(await names()).toEqual(["a", "b"]);
    await expect(networkSecurityGroups.delete(group, "nsg1")).rejects.toMatchObject({
      code: "InUseNetworkSecurityGroupCannotBeDeleted",
    });
    // Left out of a PUT, subnets stay; left off its list, they go.
    await virtualNetworks.createOrUpdate(group, "vnet1", {
      location: "westeurope",
      addressSpace: { addressPrefixes: ["10.0.0.0/16"] },
    });
    expect(await names()).toEqual(["a", "b"]);
    await virtualNetworks.createOrUpdate(group, "vnet1", {
      location: "westeurope",
      addressSpace: { addressPrefixes: ["10.0.0.0/16"] },
      subnets: [{ name: "a", addressPrefix: "10.0.0.0/24" }],
    });
    expect(await names()).toEqual(["a"]);
    await networkSecurityGroups.delete(group, "nsg1");
    await virtualNetworks.delete(group, "vnet1");
    expect(azure.simulator.liveResources().map(({ name }) => name)).toEqual([group]);
  });

  it("holds a subnet while a private endpoint is in it, and shows the endpoint on the vault", async () => {
    const { virtualNetworks, subnets, privateEndpoints } = azure.network;
    await virtualNetworks.createOrUpdate(group, "vnet2", {
      location: "westeurope",
      addressSpace: { addressPrefixes: ["10.0.0.0/16"] },
      subnets: [{ name: "pe", addressPrefix: "10.0.0.0/24" }],
    });
    await azure.vaults.vaults.createOrUpdate(group, "vault1", {
      location: "westeurope",
      sku: { name: "RS0" },
      properties: {},
    });
    const base = `/subscriptions/${azure.simulator.subscriptionId}/resourceGroups/${group}/providers`;
    await privateEndpoints.createOrUpdate(group, "pe1", {
      location: "westeurope",
      subnet: { id: `${base}/Microsoft.Network/virtualNetworks/vnet2/subnets/pe` },
      privateLinkServiceConnections: [
        {
          name: "c",
          privateLinkServiceId: `${base}/Microsoft.RecoveryServices/vaults/vault1`,
          groupIds: ["AzureSiteRecovery"],
        },
      ],
    });
    const vault = await azure.vaults.vaults.get(group, "vault1");
    expect(vault.properties?.privateEndpointStateForSiteRecovery).toBe("Enabled");
    await expect(subnets.delete(group, "vnet2", "pe")).rejects.toMatchObject({
      code: "InUseSubnetCannotBeDeleted",
    });
    await expect(azure.vaults.vaults.delete(group, "vault1")).rejects.toMatchObject({ statusCode: 400 });
    await privateEndpoints.delete(group, "pe1");
    await azure.vaults.vaults.delete(group, "vault1");
    await virtualNetworks.delete(group, "vnet2");
    expect(azure.simulator.liveResources().map(({ name }) => name)).toEqual([group]);
  });
});
