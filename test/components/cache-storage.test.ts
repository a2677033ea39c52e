import * as pulumi from "@pulumi/pulumi";
import { describe, expect, it, vi } from "vitest";
import { CacheStorage, type CacheStorageArgs } from "../../components";
import { deployed, valueOf } from "./deployed";

const account = "azure-native:storage:StorageAccount";
const required = { resourceGroupName: "rg", location: "westeurope" };

async function accountInputs(args: Partial<CacheStorageArgs>): Promise<Readonly<Record<string, unknown>>> {
  const { named } = await deployed(() => new CacheStorage("cache", { ...required, ...args }));
  return named("cache-account").inputs;
}

describe("CacheStorage", () => {
  it("is secure by default", async () => {
    expect(await accountInputs({})).toMatchObject({
      resourceGroupName: "rg",
      location: "westeurope",
      kind: "StorageV2",
      sku: { name: "Standard_LRS" },
      minimumTlsVersion: "TLS1_2",
      allowBlobPublicAccess: false,
      enableHttpsTrafficOnly: true,
      allowCrossTenantReplication: false,
    });
  });

  it("names the account after the component, in letters and digits, the same in every run", async () => {
    const { accountName } = await accountInputs({});
    expect(accountName).toMatch(/^cache[0-9a-f]{8}$/);
    expect(await accountInputs({})).toMatchObject({ accountName });
  });

  const cases: readonly [Partial<CacheStorageArgs>, object][] = [
    [{ accountName: "stdr01" }, { accountName: "stdr01" }],
    [{ kind: "Storage" }, { kind: "Storage" }],
    [{ sku: "Standard_GRS" }, { sku: { name: "Standard_GRS" } }],
    [{ accessTier: "Hot" }, { accessTier: "Hot" }],
    [{ minimumTlsVersion: "TLS1_3" }, { minimumTlsVersion: "TLS1_3" }],
    [{ publicBlobAccess: true }, { allowBlobPublicAccess: true }],
    [{ sharedKeyAccess: false }, { allowSharedKeyAccess: false }],
    [{ hierarchicalNamespace: true }, { isHnsEnabled: true }],
    [{ tags: { owner: "dr" } }, { tags: { owner: "dr" } }],
    [
      { firewall: { subnetIds: ["/s/1"], ipRanges: ["203.0.113.0/24"] } },
      {
        networkRuleSet: {
          defaultAction: "Deny",
          bypass: "AzureServices",
          virtualNetworkRules: [{ virtualNetworkResourceId: "/s/1" }],
          ipRules: [{ iPAddressOrRange: "203.0.113.0/24" }],
        },
      },
    ],
    [
      { firewall: { defaultAction: "Allow", bypass: ["Logging", "Metrics"] } },
      { networkRuleSet: { defaultAction: "Allow", bypass: "Logging, Metrics" } },
    ],
  ];
  it.each(cases)("passes %j on", async (args, expected) => {
    expect(await accountInputs(args)).toMatchObject(expected);
  });

  it("passes values on that arise later", async () => {
    expect(
      await accountInputs({ sku: pulumi.output("Standard_ZRS"), accountName: Promise.resolve("late") }),
    ).toMatchObject({
      sku: { name: "Standard_ZRS" },
      accountName: "late",
    });
  });

  it("turns soft delete of blobs on or off only when asked", async () => {
    const without = await deployed(() => new CacheStorage("cache", required));
    expect(without.resources.map((resource) => resource.type)).not.toContain(
      "azure-native:storage:BlobServiceProperties",
    );
    const asked = await deployed(() => new CacheStorage("cache", { ...required, blobSoftDelete: false }));
    expect(asked.one("azure-native:storage:BlobServiceProperties").inputs).toMatchObject({
      accountName: "cache-account",
      deleteRetentionPolicy: { enabled: false },
    });
  });

  it("puts a standard log account beside a premium account", async () => {
    const { named, result } = await deployed(
      () => new CacheStorage("cache", { ...required, sku: "Premium_LRS", kind: "Storage", tags: { a: "b" } }),
    );
    expect(named("cache-log").inputs).toMatchObject({
      sku: { name: "Standard_LRS" },
      kind: "Storage",
      location: "westeurope",
      tags: { a: "b" },
    });
    expect(await valueOf(result.logAccountId)).toContain("cache-log");
  });

  it("makes no log account where told so, or beside a standard account", async () => {
    for (const args of [{ sku: "Premium_LRS", createLogAccount: false }, { sku: "Standard_LRS" }]) {
      const { resources } = await deployed(() => new CacheStorage("cache", { ...required, ...args }));
      expect(resources.filter((resource) => resource.type === account)).toHaveLength(1);
    }
  });

  it("passes the log account's arguments on", async () => {
    const { named } = await deployed(
      () =>
        new CacheStorage("cache", {
          ...required,
          logAccount: { accountName: "stlog", kind: "Storage", sku: "Standard_GRS", location: "northeurope" },
        }),
    );
    expect(named("cache-log").inputs).toMatchObject({
      accountName: "stlog",
      kind: "Storage",
      sku: { name: "Standard_GRS" },
      location: "northeurope",
    });
  });

  it("gives the account's blobs private endpoints, with a central or a new DNS zone", async () => {
    const central =
      "/subscriptions/s/resourceGroups/dns/providers/Microsoft.Network/privateDnsZones/privatelink.blob.core.windows.net";
    const { named, one } = await deployed(
      () =>
        new CacheStorage("cache", {
          ...required,
          tags: { owner: "dr" },
          privateEndpoints: [
            { name: "pe-cache", subnetId: "/sub/1", location: "northeurope", privateDnsZoneIds: [central] },
            {
              subnetId: "/sub/2",
              newPrivateDnsZone: { resourceGroupName: "rg-dns", virtualNetworkIds: ["/net/2"] },
            },
          ],
        }),
    );
    expect(named("cache-endpoint").inputs).toMatchObject({
      privateEndpointName: "pe-cache",
      resourceGroupName: "rg",
      location: "northeurope",
      subnet: { id: "/sub/1" },
      privateLinkServiceConnections: [
        { privateLinkServiceId: expect.stringContaining("cache-account") as string, groupIds: ["blob"] },
      ],
      tags: { owner: "dr" },
    });
    expect(named("cache-endpoint-dns").inputs).toMatchObject({
      privateEndpointName: "cache-endpoint",
      privateDnsZoneConfigs: [{ privateDnsZoneId: central }],
    });
    expect(named("cache-endpoint-2").inputs).toMatchObject({
      privateEndpointName: "pe-cache-blob-2",
      location: "westeurope",
      subnet: { id: "/sub/2" },
    });
    expect(one("azure-native:privatedns:PrivateZone").inputs).toMatchObject({
      resourceGroupName: "rg-dns",
      privateZoneName: "privatelink.blob.core.windows.net",
      tags: { owner: "dr" },
    });
    expect(one("azure-native:privatedns:VirtualNetworkLink").inputs).toMatchObject({
      virtualNetwork: { id: "/net/2" },
    });
  });

  it("gives an existing account an endpoint, and wants to know where it goes", async () => {
    const accountId = "/subscriptions/s/resourceGroups/rg/providers/Microsoft.Storage/storageAccounts/a";
    const state = {
      state: {
        "cache-account": { kind: "StorageV2", sku: { name: "Standard_LRS" }, location: "westeurope" },
      },
    };
    const privateEndpoints = [{ subnetId: "/sub/1" }];
    const { named } = await deployed(
      () => new CacheStorage("cache", { ...required, accountId, privateEndpoints }),
      state,
    );
    expect(named("cache-endpoint").inputs).toMatchObject({
      privateLinkServiceConnections: [{ privateLinkServiceId: accountId }],
    });
    expect(() => new CacheStorage("cache", { accountId, privateEndpoints })).toThrow(
      /resourceGroupName[\s\S]*location/,
    );
  });

  it("warns of an endpoint on an account that the documents do not name for one", async () => {
    const warned: string[] = [];
    const warn = vi.spyOn(pulumi.log, "warn").mockImplementation((message) => {
      warned.push(message);
      return Promise.resolve();
    });
    for (const kind of ["Storage", "StorageV2"]) {
      await deployed(
        () =>
          new CacheStorage("cache", {
            ...required,
            scenario: "vmware-to-azure",
            kind,
            privateEndpoints: [{ subnetId: "/sub/1" }],
          }),
      );
    }
    warn.mockRestore();
    expect(warned.filter((message) => message.includes("private-endpoint-storage-kind"))).toEqual([
      expect.stringMatching(/^kind: .*kind Storage;.*needs StorageV2/) as string,
    ]);
  });

  it("refuses endpoints without a subnet, and zones that cannot stand", () => {
    const zone = { virtualNetworkIds: ["/net/1"] };
    expect(
      () =>
        new CacheStorage("cache", {
          ...required,
          privateEndpoints: [
            { subnetId: "/sub/1", newPrivateDnsZone: zone, privateDnsZoneIds: ["dns"] },
            { newPrivateDnsZone: zone } as never,
          ],
        }),
    ).toThrowErrorMatchingInlineSnapshot(`
      [Error: CacheStorage cache cannot be created:
        - privateEndpoints[0].privateDnsZoneIds[0]: "dns" is not the id of a Microsoft.Network/privateDnsZones: give /subscriptions/…/resourceGroups/…/providers/Microsoft.Network/privateDnsZones/….
        - privateEndpoints[1].subnetId: Missing: the id of the endpoint's subnet.
        - privateEndpoints[1].newPrivateDnsZone.resourceGroupName: The zone of another endpoint lies in this resource group, and both have the same name: name another group.]
    `);
  });

  it("uses existing accounts by id", async () => {
    const id = (name: string) =>
      `/subscriptions/s/resourceGroups/rg/providers/Microsoft.Storage/storageAccounts/${name}`;
    const { resources, result } = await deployed(
      () => new CacheStorage("cache", { accountId: id("a"), logAccount: { accountId: id("b") } }),
      {
        state: {
          "cache-account": { kind: "StorageV2", sku: { name: "Standard_LRS" }, location: "westeurope" },
        },
      },
    );
    expect(resources.filter((resource) => resource.type === account).map((resource) => resource.id)).toEqual([
      id("a"),
      id("b"),
    ]);
    expect(await valueOf(result.accountId)).toBe(id("a"));
    expect(await valueOf(result.logAccountId)).toBe(id("b"));
    expect(await valueOf(result.sku)).toBe("Standard_LRS");
  });

  it("reports every unusable argument at once, with its path", () => {
    expect(
      () =>
        new CacheStorage("cache", {
          accountId: "stdr01",
          kind: "Storage",
          logAccount: {},
          createLogAccount: false,
        }),
    ).toThrowErrorMatchingInlineSnapshot(`
        [Error: CacheStorage cache cannot be created:
          - accountId: "stdr01" is not the id of a Microsoft.Storage/storageAccounts: give /subscriptions/…/resourceGroups/…/providers/Microsoft.Storage/storageAccounts/….
          - kind: It belongs to a new resource, and accountId names an existing one: leave one of them out.
          - resourceGroupName: Missing: resourceGroupName is required here.
          - createLogAccount: It is false, and logAccount describes one: leave one of them out.]
      `);
    expect(() => new CacheStorage("cache", { scenario: "hyperv" as never }))
      .toThrowErrorMatchingInlineSnapshot(`
      [Error: CacheStorage cache cannot be created:
        - scenario: "hyperv" is none of vmware-to-azure, physical-to-azure, hyperv-to-azure, hyperv-vmm-to-azure, azure-to-azure, hyperv-vmm-to-secondary, vmware-to-secondary, physical-to-secondary: use one of them.
        - resourceGroupName: Missing: resourceGroupName is required here.
        - location: Missing: location is required here.]
    `);
  });
});
