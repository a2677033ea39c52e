import { RecoveryNetwork } from "../../../../components";
import type { ComponentInputs, InputRow } from "../row";
import { id, networkId } from "./ids";
import { judgedBy } from "./judged";

const resources = {
  recovery: {
    network: "network:VirtualNetwork dr-recovery-network",
    group: "network:NetworkSecurityGroup dr-recovery-security",
  },
  testFailover: {
    network: "network:VirtualNetwork dr-test-network",
    group: "network:NetworkSecurityGroup dr-test-security",
  },
} as const;

const addresses = {
  addressSpaces: ["10.0.0.0/16"],
  subnets: [{ name: "servers", addressPrefix: "10.0.1.0/24" }],
};
const rule = { name: "ssh", priority: 200, direction: "Inbound", access: "Deny" };

/** Rows of one of the two networks. */
function level(name: keyof typeof resources): readonly InputRow[] {
  const { network, group } = resources[name];
  const given = { testFailover: addresses };
  const isolation =
    name === "recovery"
      ? []
      : [0, 2].flatMap((place) =>
          ["source", "destination"].map(
            (end) => `${group}: securityRules[${place}].${end}AddressPrefixes[0]`,
          ),
        );
  const plain = (path: string, value: unknown, ...reaches: readonly string[]): InputRow => ({
    path: `${name}.${path}`,
    value,
    given,
    reaches,
  });
  const ofRule = (property: string, value: unknown): InputRow => ({
    path: `${name}.securityRules[].${property}`,
    value,
    given: { ...given, [`${name}.securityRules`]: [rule] },
    reaches: `${group}: securityRules[0].${property}`,
  });
  return [
    {
      path: `${name}.networkId`,
      value: networkId("other"),
      given: { [name]: { networkId: networkId("one") } },
      reaches: `${network}: id`,
    },
    {
      ...plain("networkName", "other", `${network}: virtualNetworkName`),
      ...(name === "recovery" ? {} : { default: /of the test network `([^`]+)`/ }),
    },
    plain("location", "northeurope", `${network}: location`, `${group}: location`),
    plain("addressSpaces[]", "10.0.0.0/12", `${network}: addressSpace.addressPrefixes[0]`, ...isolation),
    plain("dnsServers[]", "10.0.0.4", `${network}: dhcpOptions.dnsServers[0]`),
    plain("tags{}", "other", `${network}: tags.one`, `${group}: tags.one`),
    plain("subnets[].name", "other", `${network}: subnets[0].name`),
    plain("subnets[].addressPrefix", "10.0.2.0/24", `${network}: subnets[0].addressPrefix`),
    plain(
      "subnets[].networkSecurityGroupId",
      id("Microsoft.Network/networkSecurityGroups", "other"),
      `${network}: subnets[0].networkSecurityGroup.id`,
    ),
    plain(
      "subnets[].routeTableId",
      id("Microsoft.Network/routeTables", "other"),
      `${network}: subnets[0].routeTable.id`,
    ),
    plain(
      "subnets[].serviceEndpoints[]",
      "Microsoft.Storage",
      `${network}: subnets[0].serviceEndpoints[0].service`,
    ),
    ofRule("name", "other"),
    ofRule("priority", 300),
    ofRule("direction", "Outbound"),
    ofRule("access", "Allow"),
    ofRule("protocol", "Tcp"),
    ofRule("sourceAddressPrefix", "10.0.0.0/24"),
    ofRule("destinationAddressPrefix", "10.0.1.0/24"),
    ofRule("destinationPortRange", "22"),
  ];
}

const { recovery, testFailover } = resources;
const all = [recovery.network, recovery.group, testFailover.network, testFailover.group];

export const recoveryNetwork: ComponentInputs = {
  component: "RecoveryNetwork",
  create: (name, args, opts) => new RecoveryNetwork(name, args, opts),
  plain: { resourceGroupName: "rg", location: "westeurope", recovery: addresses },
  rows: [
    ...judgedBy("vmware-to-azure"),
    ...level("recovery"),
    ...level("testFailover"),
    {
      path: "resourceGroupName",
      value: "other",
      reaches: all.map((resource) => `${resource}: resourceGroupName`),
    },
    { path: "location", value: "northeurope", reaches: all.map((resource) => `${resource}: location`) },
    {
      path: "createTestNetwork",
      value: false,
      disappearing: [testFailover.network, testFailover.group],
    },
    {
      path: "vaultLocation",
      value: "northeurope",
      given: { edition: "2016-12", scenario: "vmware-to-azure" },
      refusedAt: "recovery.location",
    },
    { path: "tags{}", value: "other", reaches: all.map((resource) => `${resource}: tags.one`) },
    {
      path: "keepVersionAliases",
      value: true,
      given: { createTestNetwork: false },
      reaches: [
        "version aliases: azure-native:network:VirtualNetwork",
        "version aliases: azure-native:network:NetworkSecurityGroup",
      ],
    },
  ],
};
