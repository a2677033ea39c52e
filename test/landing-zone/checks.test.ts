import { describe, expect, it } from "vitest";
import { openLandingZoneText } from "../../landing-zone/read";

const head = "schema: asr-landing-zone/1\nscenario: vmware-to-azure\nregion: westeurope\n";
const azure = `${head.replace("vmware-to-azure", "azure-to-azure")}sourceRegion: northeurope\n`;
const withinRegion = azure.replace("northeurope", "westeurope");
const vault = "resourceGroups: {vault: {name: rg}}\nvault: {name: rsv}\n";
const subnets = "addressSpaces: [10.0.0.0/16], subnets: [{name: a, addressPrefix: 10.0.0.0/24}]";
const networks = `networks: {recovery: {name: vnet, ${subnets}}, testFailover: {name: vnet-test, ${subnets}}}\n`;
const resources = "/subscriptions/s/resourceGroups/r";
const identity = `${resources}/providers/Microsoft.ManagedIdentity/userAssignedIdentities/i`;
const network = `{id: ${resources}/providers/Microsoft.Network/virtualNetworks/v}`;
const account = "kind: StorageV2, sku: Standard_LRS";

const machines = (text: string): string => `${vault}machines: {${text}}\n`;
const nics = (...adapters: readonly string[]): string =>
  networks + machines(adapters.map((nic, index) => `m${index}: {nics: [{${nic}}]}`).join(", "));
const zones = (primary: string, recovery: string): string =>
  `${vault}replication: {zones: {primaryZone: "${primary}", recoveryZone: "${recovery}"}}`;
const action = (text: string): string =>
  `${machines("a: {}")}recoveryPlans: [{name: p, groups: [{groupType: Boot, machines: [a], startActions: [` +
  `{name: x, failoverTypes: [TestFailover], failoverDirections: [PrimaryToRecovery], ${text}}]}]}]\n`;

/** What is wrong with a document of the right form. */
function problems(text: string, start = head): readonly string[] {
  return openLandingZoneText(start + text).problems.map(
    ({ path, message }) => `${path.map(String).join(".")}: ${message}`,
  );
}

interface Case {
  readonly what: string;
  readonly text: string;
  readonly problem: RegExp;
  readonly start?: string;
}

const wrong: readonly Case[] = [
  {
    what: "two machines of one name in Azure",
    text: machines("a: {azureName: x}, b: {azureName: X}"),
    problem: /^machines\.b\.azureName: "X" is already that of "a"/,
  },
  {
    what: "one machine twice",
    text: machines("a: {sourceId: vm-1}, b: {sourceId: vm-1}"),
    problem: /^machines\.b\.sourceId: "vm-1" is already/,
  },
  {
    what: "one name that the source gives",
    text: machines("a: {sourceName: x}, x: {}"),
    problem: /^machines\.x: "x" is already that of "a"/,
  },
  {
    what: "an address that is none",
    text: nics("subnet: a, staticIp: 999.1.1.1"),
    problem: /nics\.0\.staticIp: "999\.1\.1\.1" is no IP address/,
  },
  {
    what: "an address outside",
    text: nics("subnet: a, staticIp: 10.0.1.4"),
    problem: /10\.0\.1\.4 lies outside the subnet \(10\.0\.0\.0\/24\)/,
  },
  {
    what: "an address of Azure's own",
    text: nics("subnet: a, staticIp: 10.0.0.3"),
    problem: /Azure keeps the first 4 addresses/,
  },
  {
    what: "an address twice",
    text: nics("subnet: a, staticIp: 10.0.0.4", "subnet: a, staticIp: 10.0.0.4"),
    problem: /^machines\.m1\.nics\.0\.staticIp: 10\.0\.0\.4 is already that of "m0"/,
  },
  {
    what: "a subnet that the test network lacks",
    text: nics("testFailoverSubnet: b"),
    problem: /testFailoverSubnet: The network for test failovers has no subnet "b"/,
  },
  {
    what: "two primary adapters",
    text: machines("a: {nics: [{primary: true}, {primary: true}]}"),
    problem: /nics\.1\.primary/,
  },
  {
    what: "one group in two regions",
    text: vault.replace("rg}}", "rg}, storage: {name: RG, location: northeurope}}"),
    problem: /^resourceGroups\.storage: The group "RG" lies in westeurope already/,
  },
  {
    what: "one network twice",
    text: vault + networks.replace("vnet-test", "VNET"),
    problem: /^networks\.testFailover\.name: The network "VNET" occurs twice/,
  },
  {
    what: "one account twice",
    text: `${vault}cacheStorage: {name: abc, ${account}}\nadditionalCacheStorage: [{name: abc, ${account}}]`,
    problem: /^additionalCacheStorage\.0\.name: The account "abc" occurs twice/,
  },
  {
    what: "a firewall rule that is none",
    text: `${vault}cacheStorage: {${account}, firewall: {defaultAction: Deny, ipRules: [foo]}}`,
    problem: /ipRules\.0: "foo" is no IPv4/,
  },
  {
    what: "a DNS server that is none",
    text: vault + networks.replace("name: vnet,", "name: vnet, dnsServers: [dns1],"),
    problem: /dnsServers\.0: "dns1" is no IP address/,
  },
  {
    what: "an identity that nobody named",
    text: vault.replace("rsv}", "rsv, identity: user}"),
    problem: /^vault\.identity: user needs userAssignedIdentityIds/,
  },
  {
    what: "an identity that is not used",
    text: vault.replace("rsv}", `rsv, userAssignedIdentityIds: [${identity}]}`),
    problem: /^vault\.userAssignedIdentityIds: The identity is system/,
  },
  {
    what: "a restore that its storage cannot do",
    text: vault.replace("rsv}", "rsv, crossRegionRestore: true, storageRedundancy: ZoneRedundant}"),
    problem: /^vault\.crossRegionRestore/,
  },
  {
    what: "too many tags",
    text: `${vault}tags: {${Array.from({ length: 51 }, (_, index) => `t${index}: x`).join(", ")}}`,
    problem: /^tags: 51 tags are more than a resource takes: 50/,
  },
  {
    what: "a tag that cannot be",
    text: `${vault}tags: {"a<b": x}`,
    problem: /^tags: "a<b" cannot be the name of a tag/,
  },
  {
    what: "a retention that cannot be",
    text: `${vault}monitoring: {workspace: {name: logs, retentionInDays: 1000}}`,
    problem: /1000 days cannot be kept: 7 to 730/,
  },
  {
    what: "a runbook that is not named",
    text: action("kind: automation-runbook"),
    problem: /startActions\.0: An action automation-runbook needs runbookId/,
  },
  { what: "a script that is not named", text: action("kind: script"), problem: /needs scriptPath/ },
  {
    what: "a licence that is none",
    text: machines("a: {licenseType: Foo}"),
    problem: /licenseType: "Foo" is none of/,
  },
  {
    what: "machines that stay where they are",
    text: `${vault}replication: {}`,
    problem: /^sourceRegion: The machines are in the recovery region already/,
    start: withinRegion,
  },
  {
    what: "zones of two regions",
    text: zones("1", "2"),
    problem: /^replication\.zones: Zones are of one region/,
    start: azure,
  },
  {
    what: "one zone twice",
    text: zones("1", "1"),
    problem: /recoveryZone: It is the zone of the machines/,
    start: withinRegion,
  },
  {
    what: "a zone that is none",
    text: zones("1", "9"),
    problem: /recoveryZone: "9" is none of 1, 2, 3/,
    start: withinRegion,
  },
];

const right: readonly Omit<Case, "problem">[] = [
  {
    what: "one existing network for two purposes",
    text: `${vault}networks: {recovery: ${network}, testFailover: ${network}}`,
  },
  {
    what: "one group for several purposes",
    text: vault.replace("rg}}", "rg}, source: {name: rg}}"),
    start: azure,
  },
  {
    what: "one name in two groups",
    text: machines(
      "a: {azureName: x}, b: {azureName: x, recoveryResourceGroupId: /subscriptions/s/resourceGroups/b}",
    ),
  },
  {
    what: "the same address in both networks",
    text: nics("subnet: a, staticIp: 10.0.0.4, testFailoverSubnet: a, testFailoverStaticIp: 10.0.0.4"),
  },
  { what: "zones of its region", text: zones("1", "2"), start: withinRegion },
];

describe("a landing zone", () => {
  it.each(wrong)("does not have $what", ({ text, problem, start }) => {
    const found = problems(text, start);
    expect(found).toHaveLength(1);
    expect(found[0]).toMatch(problem);
  });

  it.each(right)("may have $what", ({ text, start }) => {
    expect(problems(text, start)).toEqual([]);
  });

  it("loses no machine without a word", () => {
    expect(() => problems(machines("__proto__: {}, a: {}"))).toThrow(
      /machines\.__proto__: __proto__ cannot be a name/,
    );
  });
});
