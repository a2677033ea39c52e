import * as pulumi from "@pulumi/pulumi";
import { fc, test } from "@fast-check/vitest";
import { describe, expect, it } from "vitest";
import { RecoveryNetwork, type RecoveryNetworkArgs } from "../../components";
import { contains, overlap } from "../../components/recovery-network/address-ranges";
import { deployed, valueOf } from "./deployed";

const recovery = {
  addressSpaces: ["10.1.0.0/16"],
  subnets: [{ name: "app", addressPrefix: "10.1.1.0/24" }],
};
const required: RecoveryNetworkArgs = { resourceGroupName: "rg", location: "westeurope", recovery };

function network(args: Partial<RecoveryNetworkArgs> = {}) {
  return deployed(() => new RecoveryNetwork("dr", { ...required, ...args }));
}

describe("RecoveryNetwork", () => {
  it("creates the recovery network and an isolated copy for drills", async () => {
    const { named } = await network();
    expect(named("dr-recovery-network").inputs).toMatchObject({
      virtualNetworkName: "vnet-dr",
      resourceGroupName: "rg",
      location: "westeurope",
      addressSpace: { addressPrefixes: ["10.1.0.0/16"] },
      subnets: [
        {
          name: "app",
          addressPrefix: "10.1.1.0/24",
          networkSecurityGroup: { id: expect.stringContaining("dr-recovery-security") as string },
        },
      ],
    });
    const drill = named("dr-test-network").inputs;
    expect(drill).toMatchObject({
      virtualNetworkName: "vnet-dr-test",
      addressSpace: { addressPrefixes: ["10.1.0.0/16"] },
      subnets: [{ name: "app", addressPrefix: "10.1.1.0/24", defaultOutboundAccess: false }],
    });
    expect(drill).not.toHaveProperty("virtualNetworkPeerings");
    expect(named("dr-test-security").inputs.securityRules).toEqual(
      ["Inbound", "Outbound"].flatMap((direction): unknown[] => [
        expect.objectContaining({
          direction,
          access: "Allow",
          priority: 4000,
          sourceAddressPrefixes: ["10.1.0.0/16"],
          destinationAddressPrefixes: ["10.1.0.0/16"],
        }),
        expect.objectContaining({
          direction,
          access: "Deny",
          priority: 4001,
          sourceAddressPrefix: "*",
          destinationAddressPrefix: "*",
        }),
      ]),
    );
    expect(named("dr-recovery-security").inputs).toMatchObject({
      networkSecurityGroupName: "nsg-dr",
      securityRules: [],
    });
  });

  it("passes every argument of a level on", async () => {
    const rule = {
      name: "https",
      priority: 100,
      direction: "Inbound",
      access: "Allow",
      protocol: "Tcp",
      sourceAddressPrefix: "10.9.0.0/16",
      destinationAddressPrefix: "10.1.0.0/16",
      destinationPortRange: "443",
    };
    const { named } = await network({
      tags: { owner: "dr" },
      recovery: {
        networkName: "vnet-prod",
        tags: { owner: "network", tier: "1" },
        location: "northeurope",
        addressSpaces: ["10.1.0.0/16"],
        dnsServers: ["10.1.0.4"],
        securityRules: [rule],
        subnets: [
          {
            name: "app",
            addressPrefix: "10.1.1.0/24",
            networkSecurityGroupId: "/n/1",
            routeTableId: "/r/1",
            serviceEndpoints: ["Microsoft.Storage"],
          },
          { name: "GatewaySubnet", addressPrefix: "10.1.255.0/27" },
        ],
      },
    });
    expect(named("dr-recovery-network").inputs).toMatchObject({
      virtualNetworkName: "vnet-prod",
      location: "northeurope",
      dhcpOptions: { dnsServers: ["10.1.0.4"] },
      tags: { owner: "network", tier: "1" },
      subnets: [
        {
          networkSecurityGroup: { id: "/n/1" },
          routeTable: { id: "/r/1" },
          serviceEndpoints: [{ service: "Microsoft.Storage" }],
        },
        { name: "GatewaySubnet" },
      ],
    });
    const subnets = named("dr-recovery-network").inputs.subnets as readonly object[];
    expect(subnets[1]).not.toHaveProperty("networkSecurityGroup");
    expect(named("dr-test-network").inputs.subnets).toMatchObject([{ name: "app" }]);
    expect(named("dr-test-network").inputs.subnets).toHaveLength(1);
    expect(named("dr-recovery-security").inputs).toMatchObject({
      location: "northeurope",
      tags: { owner: "network", tier: "1" },
      securityRules: [{ ...rule, sourcePortRange: "*" }],
    });
  });

  it("takes a test network of its own, or none", async () => {
    const own = await network({
      testFailover: {
        addressSpaces: ["192.168.0.0/20"],
        subnets: [{ name: "app", addressPrefix: "192.168.1.0/24" }],
      },
    });
    expect(own.named("dr-test-network").inputs).toMatchObject({
      addressSpace: { addressPrefixes: ["192.168.0.0/20"] },
      subnets: [{ addressPrefix: "192.168.1.0/24" }],
    });
    const none = await network({ createTestNetwork: false });
    expect(none.resources.map((resource) => resource.name)).not.toContain("dr-test-network");
    expect(await valueOf(none.result.testNetworkId)).toBeUndefined();
  });

  it("uses existing networks by id", async () => {
    const id = (name: string) =>
      `/subscriptions/s/resourceGroups/rg/providers/Microsoft.Network/virtualNetworks/${name}`;
    const { resources, result } = await deployed(
      () =>
        new RecoveryNetwork("dr", {
          recovery: { networkId: id("a") },
          testFailover: { networkId: id("b") },
        }),
      {
        state: {
          "dr-recovery-network": { subnets: [{ name: "app", id: "/s/app" }], location: "westeurope" },
        },
      },
    );
    expect(resources.map((resource) => resource.id).filter(Boolean)).toEqual([id("a"), id("b")]);
    expect(await valueOf(result.recoveryNetworkId)).toBe(id("a"));
    expect(await valueOf(result.testNetworkId)).toBe(id("b"));
    expect(await valueOf(result.recoverySubnetIds)).toEqual({ app: "/s/app" });
  });

  it("passes addresses on that arise later", async () => {
    const { named } = await network({
      recovery: {
        addressSpaces: pulumi.output(["10.1.0.0/16"]),
        subnets: [{ name: "app", addressPrefix: pulumi.output("10.1.1.0/24") }],
      },
    });
    expect(named("dr-recovery-network").inputs).toMatchObject({
      addressSpace: { addressPrefixes: ["10.1.0.0/16"] },
      subnets: [{ addressPrefix: "10.1.1.0/24" }],
    });
  });

  it("reports every unusable argument at once, with its path", () => {
    const failing = (args: Partial<RecoveryNetworkArgs>) => () =>
      new RecoveryNetwork("dr", { ...required, ...args });
    expect(
      failing({
        recovery: {
          addressSpaces: ["10.1.0.0/16", "10.300.0.0/16"],
          subnets: [{ name: "a", addressPrefix: "ten" }],
        },
      }),
    ).toThrowErrorMatchingInlineSnapshot(`
      [Error: RecoveryNetwork dr cannot be created:
        - recovery.addressSpaces[1]: "10.300.0.0/16" is not an address range in CIDR notation, such as 10.1.0.0/16.
        - recovery.subnets[0].addressPrefix: "ten" is not an address range in CIDR notation, such as 10.1.0.0/24.]
    `);
    expect(
      failing({
        recovery: {
          addressSpaces: ["10.1.0.0/16"],
          subnets: [
            { name: "a", addressPrefix: "10.1.1.0/24" },
            { name: "A", addressPrefix: "10.1.1.128/25" },
            { name: "b", addressPrefix: "10.2.0.0/24" },
          ],
        },
        testFailover: { networkId: "vnet" },
        resourceGroupName: "",
      }),
    ).toThrowErrorMatchingInlineSnapshot(`
      [Error: RecoveryNetwork dr cannot be created:
        - resourceGroupName: Missing: resourceGroupName is required here.
        - recovery.subnets[1].name: The name "A" occurs twice: subnets are told apart by their names.
        - recovery.subnets[1].addressPrefix: 10.1.1.128/25 overlaps the subnet "a" (10.1.1.0/24).
        - recovery.subnets[2].addressPrefix: 10.2.0.0/24 lies outside the address spaces of the network (10.1.0.0/16).
        - testFailover.networkId: "vnet" is not the id of a Microsoft.Network/virtualNetworks: give /subscriptions/…/resourceGroups/…/providers/Microsoft.Network/virtualNetworks/….]
    `);
    expect(failing({ recovery: {}, createTestNetwork: false, testFailover: {} }))
      .toThrowErrorMatchingInlineSnapshot(`
      [Error: RecoveryNetwork dr cannot be created:
        - createTestNetwork: It is false, and testFailover describes a network: leave one of them out.
        - recovery.addressSpaces: Missing: give at least one address range, such as 10.1.0.0/16.
        - recovery.subnets: Missing: machines need at least one subnet to join.]
    `);
  });
});

const range = fc
  .tuple(fc.nat(255), fc.nat(255), fc.integer({ min: 8, max: 24 }))
  .map(([second, third, length]) => `10.${second}.${third}.0/${length}`);

describe("address ranges", () => {
  test.prop([range])("a range contains itself and lies in 0.0.0.0/0", (one) => {
    expect(contains(one, one)).toBe(true);
    expect(contains("0.0.0.0/0", one)).toBe(true);
  });
  test.prop([range, range])("overlap is symmetric and means that one contains the other", (one, other) => {
    expect(overlap(one, other)).toBe(overlap(other, one));
    expect(overlap(one, other)).toBe(contains(one, other) || contains(other, one));
  });
  it("never mixes address families", () => {
    expect(contains("::/0", "10.0.0.0/8")).toBe(false);
    expect(contains("0.0.0.0/0", "fd00::/8")).toBe(false);
    expect(contains("fd00::/8", "fd12::/16")).toBe(true);
  });
});
