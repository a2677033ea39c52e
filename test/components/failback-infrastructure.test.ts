import { readFileSync } from "node:fs";
import { join } from "node:path";
import * as pulumi from "@pulumi/pulumi";
import { describe, expect, it } from "vitest";
import { FailbackInfrastructure, type FailbackInfrastructureArgs } from "../../components";
import { deployed, valueOf } from "./deployed";

const group = "/subscriptions/00000000-0000-0000-0000-000000000001/resourceGroups/rg/providers";
const network = `${group}/Microsoft.Network/virtualNetworks/vnet`;
const vpn = {
  kind: "vpn",
  gatewaySubnetId: `${network}/subnets/GatewaySubnet`,
  siteAddress: "203.0.113.7",
  siteAddressSpaces: ["192.168.0.0/16"],
  sharedKey: "shared-key",
} satisfies FailbackInfrastructureArgs["siteConnection"];
const processServer = {
  subnetId: `${network}/subnets/servers`,
  adminUsername: "operator",
  adminPassword: "pass-word",
} as const;
const classic: FailbackInfrastructureArgs = {
  edition: "2019-05",
  scenario: "vmware-to-azure",
  experience: "classic",
  resourceGroupName: "rg",
  location: "westeurope",
  siteConnection: vpn,
};

/** Paths of what is wrong with the arguments. */
async function wrong(args: Partial<FailbackInfrastructureArgs>): Promise<readonly string[]> {
  try {
    await deployed(() => new FailbackInfrastructure("dr", { ...classic, ...args }));
    return [];
  } catch (error) {
    if (!pulumi.InputPropertiesError.isInstance(error)) throw error;
    return error.errors.map(({ propertyPath }) => propertyPath);
  }
}

describe("FailbackInfrastructure", () => {
  it("connects the recovery network to the site by VPN", async () => {
    const { one, result } = await deployed(
      () => new FailbackInfrastructure("dr", { ...classic, tags: { team: "dr" } }),
    );
    expect(one("azure-native:network:VirtualNetworkGateway").inputs).toMatchObject({
      virtualNetworkGatewayName: "vgw-dr",
      gatewayType: "Vpn",
      sku: { name: "VpnGw1AZ" },
      ipConfigurations: [{ subnet: { id: vpn.gatewaySubnetId } }],
      tags: { team: "dr" },
    });
    expect(one("azure-native:network:LocalNetworkGateway").inputs).toMatchObject({
      gatewayIpAddress: "203.0.113.7",
      localNetworkAddressSpace: { addressPrefixes: ["192.168.0.0/16"] },
    });
    expect(one("azure-native:network:VirtualNetworkGatewayConnection").inputs).toMatchObject({
      connectionType: "IPsec",
      sharedKey: { value: "shared-key" },
    });
    expect(await valueOf(result.processServerId)).toBeUndefined();
  });

  it("connects it by an ExpressRoute circuit through an existing gateway", async () => {
    const gatewayId = `${group}/Microsoft.Network/virtualNetworkGateways/er`;
    const circuitId = `${group}/Microsoft.Network/expressRouteCircuits/circuit`;
    const { one, resources, result } = await deployed(
      () =>
        new FailbackInfrastructure("dr", {
          ...classic,
          siteConnection: { kind: "express-route", gatewayId, circuitId, authorizationKey: "key" },
        }),
    );
    expect(resources.map(({ type }) => type)).not.toContain("azure-native:network:VirtualNetworkGateway");
    expect(one("azure-native:network:VirtualNetworkGatewayConnection").inputs).toMatchObject({
      connectionType: "ExpressRoute",
      peer: { id: circuitId },
      authorizationKey: { value: "key" },
    });
    expect(await valueOf(result.gatewayId)).toBe(gatewayId);
  });

  it("sets up a process server beside the machines, its password a secret", async () => {
    const { one } = await deployed(
      () =>
        new FailbackInfrastructure("dr", {
          ...classic,
          processServer: { ...processServer, privateIpAddress: "10.1.0.4", size: "Standard_D8s_v5" },
        }),
    );
    expect(one("azure-native:network:NetworkInterface").inputs).toMatchObject({
      ipConfigurations: [{ privateIPAddress: "10.1.0.4", subnet: { id: processServer.subnetId } }],
    });
    expect(one("azure-native:compute:VirtualMachine").inputs).toMatchObject({
      hardwareProfile: { vmSize: "Standard_D8s_v5" },
      osProfile: { value: { adminUsername: "operator", adminPassword: "pass-word" } },
      storageProfile: { imageReference: { sku: "2016-Datacenter", version: "latest" } },
    });
  });

  it("names things as it is told", async () => {
    const image = { publisher: "p", offer: "o", sku: "s", version: "1.2.3" };
    const { one } = await deployed(
      () =>
        new FailbackInfrastructure("dr", {
          ...classic,
          siteConnection: { ...vpn, gatewayName: "gateway", gatewaySku: "VpnGw2AZ" },
          processServer: { ...processServer, machineName: "server", computerName: "SERVER", image },
        }),
    );
    expect(one("azure-native:network:VirtualNetworkGateway").inputs).toMatchObject({
      virtualNetworkGatewayName: "gateway",
      sku: { name: "VpnGw2AZ", tier: "VpnGw2AZ" },
    });
    expect(one("azure-native:network:LocalNetworkGateway").inputs).toMatchObject({
      localNetworkGatewayName: "lgw-gateway",
    });
    expect(one("azure-native:compute:VirtualMachine").inputs).toMatchObject({
      vmName: "server",
      osProfile: { value: { computerName: "SERVER" } },
      storageProfile: { imageReference: image },
    });
  });

  it("is judged by the master targets on premises", async () => {
    const physical: Partial<FailbackInfrastructureArgs> = {
      scenario: "physical-to-azure",
      edition: "2016-12",
      configurationServer: "physical",
      receivers: 1,
    };
    expect(await wrong({ ...physical, masterTargets: 0 })).toEqual(["masterTargets"]);
    expect(await wrong({ ...physical, masterTargets: 1 })).toEqual([]);
  });

  it.each<[string, Partial<FailbackInfrastructureArgs>, readonly string[]]>([
    [
      "a scenario whose machines come back by themselves",
      { scenario: "hyperv-to-azure", experience: undefined },
      ["scenario"],
    ],
    [
      "a process server of the modernized experience",
      { edition: "current", experience: "modernized", processServer },
      ["processServer"],
    ],
    [
      "physical servers without a receiver",
      {
        scenario: "physical-to-azure",
        edition: "2016-12",
        target: "physical",
        configurationServer: "vmware-vm",
        receivers: 0,
      },
      ["receivers", "target"],
    ],
    [
      "no connection where one is documented",
      { edition: "2016-12", siteConnection: undefined },
      ["siteConnection"],
    ],
    [
      "a gateway outside the gateway subnet",
      { siteConnection: { ...vpn, gatewaySubnetId: processServer.subnetId } },
      ["siteConnection.gatewaySubnetId"],
    ],
    [
      "a VPN without the site",
      { siteConnection: { kind: "vpn", gatewaySubnetId: vpn.gatewaySubnetId } },
      ["siteConnection.sharedKey", "siteConnection.siteAddress", "siteConnection.siteAddressSpaces"],
    ],
    ["a circuit in a VPN", { siteConnection: { ...vpn, circuitId: "c" } }, ["siteConnection.circuitId"]],
    [
      "a process server without a password",
      { processServer: { ...processServer, adminPassword: "" } },
      ["processServer.adminPassword"],
    ],
  ])("refuses %s", async (_what, args, paths) => {
    expect([...(await wrong(args))].sort()).toEqual(paths);
  });

  it("has its credentials as secrets in the package's schema, so that every language hides them", () => {
    const { types } = JSON.parse(readFileSync(join(__dirname, "../../provider/schema.json"), "utf8")) as {
      readonly types: Readonly<
        Record<string, { readonly properties: Readonly<Record<string, { readonly secret?: boolean }>> }>
      >;
    };
    const secretsOf = (name: string) =>
      Object.entries(types[`azure-siterecovery:index:${name}`]?.properties ?? {})
        .filter(([, { secret }]) => secret === true)
        .map(([property]) => property);
    expect(secretsOf("FailbackProcessServer")).toEqual(["adminPassword"]);
    expect(secretsOf("SiteConnection").sort()).toEqual(["authorizationKey", "sharedKey"]);
  });
});
