import { FailbackInfrastructure } from "../../../../components";
import type { ComponentInputs, InputRow } from "../row";
import { id, subnetId } from "./ids";
import { judgedBy } from "./judged";

const address = "network:PublicIPAddress dr-gateway-address";
const gateway = "network:VirtualNetworkGateway dr-gateway";
const site = "network:LocalNetworkGateway dr-site";
const connection = "network:VirtualNetworkGatewayConnection dr-connection";
const adapter = "network:NetworkInterface dr-process-server-nic";
const server = "compute:VirtualMachine dr-process-server";
const all = [address, gateway, site, connection, adapter, server];

/** The mark of a secret among inputs. */
const secret = "4dabf18193072939515e22adb298388d";
const circuitId = (name: string): string => id("Microsoft.Network/expressRouteCircuits", name);
const gatewayId = (name: string): string => id("Microsoft.Network/virtualNetworkGateways", name);
const overCircuit = {
  siteConnection: {
    kind: "express-route",
    gatewaySubnetId: subnetId("GatewaySubnet"),
    circuitId: circuitId("one"),
  },
};
const withImage = { "processServer.image": { publisher: "one", offer: "one", sku: "one" } };
const physical = {
  edition: "2016-12",
  scenario: "physical-to-azure",
  configurationServer: "physical",
  receivers: 1,
  masterTargets: 1,
};

function ofServer(name: string, value: unknown, property: string): InputRow {
  return { path: `processServer.${name}`, value, reaches: `${server}: ${property}` };
}

export const failbackInfrastructure: ComponentInputs = {
  component: "FailbackInfrastructure",
  create: (name, args, opts) => new FailbackInfrastructure(name, args, opts),
  plain: {
    resourceGroupName: "rg",
    location: "westeurope",
    siteConnection: {
      kind: "vpn",
      gatewaySubnetId: subnetId("GatewaySubnet"),
      siteAddress: "203.0.113.7",
      siteAddressSpaces: ["192.168.0.0/16"],
      sharedKey: "one",
    },
    processServer: { subnetId: subnetId("servers"), adminUsername: "one", adminPassword: "one" },
  },
  rows: [
    ...judgedBy("vmware-to-azure", {
      edition: { given: { scenario: "vmware-to-azure", experience: "classic" } },
      scenario: {
        given: { experience: "classic" },
        reaches: {
          "output: scope.edition": "current",
          "output: scope.scenario": "vmware-to-azure",
          "output: scope.experience": "classic",
          "output: scope.intent": "disaster-recovery",
        },
      },
      experience: { given: { scenario: "vmware-to-azure", processServer: undefined } },
      intent: { given: { scenario: "vmware-to-azure", experience: "classic" } },
    }),
    { path: "resourceGroupName", value: "other", reaches: all.map((each) => `${each}: resourceGroupName`) },
    { path: "location", value: "northeurope", reaches: all.map((each) => `${each}: location`) },
    { path: "tags{}", value: "other", reaches: all.map((each) => `${each}: tags.one`) },
    {
      path: "siteConnection.kind",
      value: "express-route",
      before: {},
      given: overCircuit,
      reaches: {
        [`${gateway}: gatewayType`]: "ExpressRoute",
        [`${gateway}: vpnType`]: undefined,
        [`${gateway}: enableBgp`]: undefined,
        [`${gateway}: activeActive`]: undefined,
        [`${gateway}: sku.name`]: "ErGw1AZ",
        [`${gateway}: sku.tier`]: "ErGw1AZ",
        [`${connection}: connectionType`]: "ExpressRoute",
        [`${connection}: peer.id`]: circuitId("one"),
        [`${connection}: localNetworkGateway2.id`]: undefined,
        [`${connection}: sharedKey.value`]: undefined,
        [`${connection}: sharedKey.${secret}`]: undefined,
      },
      disappearing: [site],
    },
    {
      path: "siteConnection.gatewayId",
      value: gatewayId("other"),
      given: {
        siteConnection: { kind: "express-route", gatewayId: gatewayId("one"), circuitId: circuitId("one") },
      },
      reaches: `${connection}: virtualNetworkGateway1.id`,
    },
    {
      path: "siteConnection.gatewaySubnetId",
      value: id("Microsoft.Network/virtualNetworks/subnets", "other", "GatewaySubnet"),
      reaches: `${gateway}: ipConfigurations[0].subnet.id`,
    },
    {
      path: "siteConnection.gatewayName",
      value: "other",
      reaches: {
        [`${gateway}: virtualNetworkGatewayName`]: "other",
        [`${address}: publicIpAddressName`]: "pip-other",
        [`${site}: localNetworkGatewayName`]: "lgw-other",
        [`${connection}: virtualNetworkGatewayConnectionName`]: "con-other",
      },
    },
    {
      path: "siteConnection.gatewaySku",
      value: "VpnGw2AZ",
      reaches: [`${gateway}: sku.name`, `${gateway}: sku.tier`],
    },
    { path: "siteConnection.siteAddress", value: "203.0.113.8", reaches: `${site}: gatewayIpAddress` },
    {
      path: "siteConnection.siteAddressSpaces[]",
      value: "172.16.0.0/12",
      reaches: `${site}: localNetworkAddressSpace.addressPrefixes[0]`,
    },
    { path: "siteConnection.sharedKey", value: "other", reaches: `${connection}: sharedKey.value` },
    {
      path: "siteConnection.circuitId",
      value: circuitId("other"),
      given: overCircuit,
      reaches: `${connection}: peer.id`,
    },
    {
      path: "siteConnection.authorizationKey",
      value: "other",
      given: { ...overCircuit, "siteConnection.authorizationKey": "one" },
      reaches: `${connection}: authorizationKey.value`,
    },
    {
      path: "processServer.subnetId",
      value: subnetId("other"),
      reaches: `${adapter}: ipConfigurations[0].subnet.id`,
    },
    ofServer("adminUsername", "other", "osProfile.value.adminUsername"),
    ofServer("adminPassword", "other", "osProfile.value.adminPassword"),
    {
      path: "processServer.machineName",
      value: "other",
      reaches: { [`${server}: vmName`]: "other", [`${adapter}: networkInterfaceName`]: "nic-other" },
    },
    ofServer("computerName", "other", "osProfile.value.computerName"),
    ofServer("size", "Standard_D8s_v5", "hardwareProfile.vmSize"),
    {
      path: "processServer.privateIpAddress",
      value: "10.0.1.4",
      reaches: {
        [`${adapter}: ipConfigurations[0].privateIPAddress`]: "10.0.1.4",
        [`${adapter}: ipConfigurations[0].privateIPAllocationMethod`]: "Static",
      },
    },
    ...["publisher", "offer", "sku", "version"].map((name) => ({
      ...ofServer(`image.${name}`, "other", `storageProfile.imageReference.${name}`),
      given: withImage,
    })),
    {
      path: "target",
      value: "physical",
      given: { ...physical, configurationServer: "vmware-vm", processServer: undefined },
      refusedAt: "target",
    },
    {
      path: "configurationServer",
      value: "physical",
      given: { ...physical, configurationServer: "vmware-vm", masterTargets: 0 },
      refusedAt: "masterTargets",
    },
    { path: "receivers", value: 0, given: physical, refusedAt: "receivers" },
    { path: "masterTargets", value: 0, given: physical, refusedAt: "masterTargets" },
    {
      path: "keepVersionAliases",
      value: true,
      given: { siteConnection: undefined },
      reaches: [
        "version aliases: azure-native:network:NetworkInterface",
        "version aliases: azure-native:compute:VirtualMachine",
      ],
    },
  ],
};
