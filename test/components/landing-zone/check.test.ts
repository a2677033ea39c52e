import * as pulumi from "@pulumi/pulumi";
import { beforeAll, describe, expect, it } from "vitest";
import { openLandingZoneText } from "../../../landing-zone/read";
import type { LandingZone } from "../../../landing-zone/document";
import { openedLandingZone } from "../../../components/landing-zone/landing-zone-argument";
import { checkLandingZone } from "../../../components/landing-zone/check";

const head = "schema: asr-landing-zone/1\nscenario: vmware-to-azure\nregion: southindia\n";
const vault = "resourceGroups: {vault: {name: rg}}\nvault: {name: rsv}\n";

beforeAll(() =>
  pulumi.runtime.setMocks(
    { newResource: () => ({ id: "id", state: {} }), call: () => ({}) },
    "project",
    "stack",
    true,
    "organization",
  ),
);

/** What is wrong with the document, by path. */
function problems(text: string, start = head): readonly { propertyPath: string; reason: string }[] {
  try {
    checkLandingZone(openLandingZoneText(start + vault + text, "zone.yaml"));
    return [];
  } catch (error) {
    if (!pulumi.InputPropertiesError.isInstance(error)) throw error;
    return error.errors;
  }
}

const wrong = (text: string): readonly string[] => problems(text).map(({ propertyPath }) => propertyPath);

describe("the check of a landing zone", () => {
  it("has nothing against a plain one", () => {
    expect(wrong("")).toEqual([]);
    expect(wrong("edition: '2016-12'\ncacheStorage: {kind: Storage, sku: Standard_LRS}\n")).toEqual([]);
    expect(
      wrong(
        "edition: '2019-05'\ncacheStorage: {kind: Storage, sku: Standard_LRS}\n" +
          "additionalCacheStorage: [{kind: Storage, sku: Standard_LRS}, {kind: StorageV2, sku: Standard_LRS}]\n",
      ),
    ).toEqual(["additionalCacheStorage[1].kind"]);
  });

  const cases: readonly [string, string, readonly string[]][] = [
    [
      "premium storage in South India without a log account",
      "edition: '2016-12'\ncacheStorage: {kind: Storage, sku: Premium_LRS}\n",
      ["cacheStorage.location", "cacheStorage.logStorage"],
    ],
    [
      "a kind that the edition refuses",
      "edition: '2019-05'\ncacheStorage: {kind: StorageV2, sku: Standard_LRS}\n",
      ["cacheStorage.kind"],
    ],
    [
      "an availability zone that the edition refuses",
      "edition: '2019-05'\nmachines: {db01: {availabilityZone: '1'}, db02: {}}\n",
      ["machines.db01.availabilityZone"],
    ],
    [
      "a network in another region than the vault",
      "edition: '2016-12'\nnetworks: {recovery: {name: vnet, location: westeurope, addressSpaces: [10.0.0.0/16], subnets: [{name: a, addressPrefix: 10.0.0.0/24}]}}\n",
      ["networks.recovery.location"],
    ],
    [
      "several parts at once",
      "edition: '2019-05'\ncacheStorage: {kind: StorageV2, sku: Standard_LRS}\n" +
        "policies: [{name: p, instanceType: A2A, rpoThresholdInMinutes: 5}]\n" +
        "failback: {cacheStorage: {kind: StorageV2, sku: Standard_LRS}}\n",
      [
        "policies[0].instanceType",
        "cacheStorage.kind",
        "failback.cacheStorage.kind",
        "policies[0].rpoThresholdInMinutes",
      ],
    ],
  ];
  it.each(cases)("finds %s", (_what, text, paths) => {
    expect(wrong(text)).toEqual(paths);
  });

  it("refuses a scenario that the edition does not document", () => {
    const text = head.replace("vmware-to-azure", "azure-to-azure\nsourceRegion: westeurope") + vault;
    expect(() => {
      checkLandingZone(openLandingZoneText(`${text}edition: '2016-12'\n`));
    }).toThrow(/Edition 2016-12 documents no limits for azure-to-azure.*current/);
  });
});

describe("what Azure would refuse while it deploys", () => {
  const network = (more: string): string =>
    `networks: {recovery: {name: vnet, addressSpaces: [10.0.0.0/16], ${more}}}\n`;
  const machine = (more: string): string => `machines: {db01: {${more}}}\n`;
  const cases: readonly [string, string, string, RegExp][] = [
    [
      "a network's region",
      network("location: marsnorth, subnets: [{name: a, addressPrefix: 10.0.0.0/24}]"),
      "networks.recovery.location",
      /"marsnorth" is no region that is known here, nearest are/,
    ],
    [
      "a workspace's region",
      "monitoring: {workspace: {name: logs, location: westeurop}}\n",
      "monitoring.workspace.location",
      /nearest are westeurope, .*newRegions/,
    ],
    [
      "a storage SKU",
      "cacheStorage: {kind: StorageV2, sku: Standard_FOO}\n",
      "cacheStorage.sku",
      /"Standard_FOO" is none of Standard_LRS/,
    ],
    [
      "a name of an account",
      "cacheStorage: {name: My-Account, kind: StorageV2, sku: Standard_LRS}\n",
      "cacheStorage.name",
      /"My-Account" cannot be the name of a storage account: 3 to 24 characters/,
    ],
    [
      "a name of a subnet",
      network("subnets: [{name: a/b, addressPrefix: 10.0.0.0/24}]"),
      "networks.recovery.subnets[0].name",
      /cannot be the name of a subnet/,
    ],
    [
      "a workspace SKU",
      "monitoring: {workspace: {name: logs, sku: Gold}}\n",
      "monitoring.workspace.sku",
      /"Gold" is none of/,
    ],
    [
      "a tier",
      machine("disks: [{targetTier: X99}]"),
      "machines.db01.disks[0].targetTier",
      /"X99" is no tier of/,
    ],
    [
      "a tier of another type",
      machine("disks: [{targetType: premium-ssd, targetTier: E10}]"),
      "machines.db01.disks[0].targetTier",
      /"E10" is no tier of premium-ssd: P1, /,
    ],
    [
      "a tier that is too small",
      machine("disks: [{sizeGiB: 500, targetType: premium-ssd, targetTier: P10}]"),
      "machines.db01.disks[0].targetTier",
      /A disk P10 holds 128 GiB, and this one has 500/,
    ],
    ["a size", machine("targetSize: huge"), "machines.db01.targetSize", /not written as a size of Azure/],
    ["a zone", machine("availabilityZone: '9'"), "machines.db01.availabilityZone", /"9" is none of 1, 2, 3/],
    [
      "a policy of another scenario",
      "policies: [{name: p, instanceType: A2A}]\n",
      "policies[0].instanceType",
      /vmware-to-azure \(modernized\) takes InMageRcm, InMageRcmFailback/,
    ],
  ];
  it.each(cases)("finds %s", (_what, text, path, reason) => {
    const found = problems(text).find(({ propertyPath }) => propertyPath === path);
    expect(found?.reason).toMatch(reason);
    expect(found?.reason).toMatch(/^zone\.yaml:\d+:\d+: /);
  });

  it("tells everything at once, each with its place", () => {
    const bad = vault.replace("rsv}", "-_!, sku: {name: Standard_FOO}}").replace("{name: rg}", "{name: rg.}");
    try {
      checkLandingZone(
        openLandingZoneText(head.replace("southindia", "mars") + bad + machine("sourceName: a"), "zone.yaml"),
      );
      expect.unreachable();
    } catch (error) {
      if (!pulumi.InputPropertiesError.isInstance(error)) throw error;
      expect(
        error.errors.map(({ propertyPath, reason }) => [propertyPath, /^\S+: /.exec(reason)?.[0]]),
      ).toEqual([
        ["region", "zone.yaml:3:9: "],
        ["resourceGroups.vault.name", "zone.yaml:4:32: "],
        ["vault.name", "zone.yaml:5:15: "],
        ["vault.sku.name", "zone.yaml:5:32: "],
      ]);
      expect(error.message).toMatch(/"mars" is no region.*List of Azure regions, 2025-09-23/);
    }
  });

  it("names the argument where the document is one", () => {
    const zone = { schema: "asr-landing-zone/1", region: 7, vaul: {} } as unknown as LandingZone;
    try {
      openedLandingZone({ document: zone });
      expect.unreachable();
    } catch (error) {
      if (!pulumi.InputPropertiesError.isInstance(error)) throw error;
      expect(error.errors.map(({ propertyPath }) => propertyPath)).toEqual([
        "document.vaul",
        "document.scenario",
        "document.region",
        "document.resourceGroups",
        "document.vault",
      ]);
      expect(error.message).toContain('document.vaul: Unknown key "vaul". Did you mean vault?');
    }
  });

  it("takes a region that the document vouches for", () => {
    expect(problems("newRegions: [mars]\n", head.replace("southindia", "mars"))).toEqual([]);
  });
});

describe("the machines of a landing zone", () => {
  const disks = (text: string, more = ""): string => `machines: {db01: {disks: [${text}]${more}}}\n`;

  it.each([
    [
      "a disk that is too large",
      disks("{os: true, sizeGiB: 64}, {os: false, sizeGiB: 65536}"),
      "disks[1].sizeGiB",
    ],
    ["two disks with operating systems", disks("{os: true, sizeGiB: 64}, {os: true, sizeGiB: 64}"), "disks"],
    [
      "a file system",
      disks("{os: true, sizeGiB: 64}", ", osFamily: linux, volumes: [{mount: /, fileSystem: ntfs}]"),
      "volumes[0].fileSystem",
    ],
    ["another kind of machine", disks("{os: true, sizeGiB: 64}", ", kind: hyperv-vm"), "kind"],
  ])("are judged by the limits: %s", (_what, text, path) => {
    const [problem, ...others] = problems(text);
    expect(others).toEqual([]);
    expect(problem?.propertyPath).toBe(`machines.db01.${path}`);
    expect(problem?.reason).toMatch(/^zone\.yaml:6:\d+: .*\[ASR-\d{4} /);
    expect(problem?.reason).toContain("edition current");
  });

  it("may carry a waiver", () => {
    const waiver =
      "waivers: [{rule: data-disk-max-size, subject: DB01, reason: split soon, owner: me, expires: 2999-01-01}]\n";
    const text = disks("{os: true, sizeGiB: 64}, {os: false, sizeGiB: 65536}");
    expect(problems(text)).toHaveLength(1);
    expect(problems(text + waiver)).toEqual([]);
    expect(problems(text + waiver.replace("2999", "2001"))).toHaveLength(1);
  });

  it("say what could not be decided", () => {
    const text = `${head}${vault}machines: {db01: {disks: [{os: true}]}, db02: {}, db03: {disks: [{sizeGiB: 1, os: true}]}}\n`;
    expect(checkLandingZone(openLandingZoneText(text)).undecided).toEqual([
      expect.stringMatching(/could not decide about 2 machines: disks\[\]\.sizeGiB/),
      expect.stringMatching(/could not decide about 1 machine: disks\[\]\.os/),
    ]);
  });

  it("are told one by one as far as somebody reads them", () => {
    const many = Array.from({ length: 300 }, (_, index) => `m${index}: {targetSize: x}`).join(", ");
    try {
      checkLandingZone(openLandingZoneText(`${head}${vault}machines: {${many}}\n`));
      expect.unreachable();
    } catch (error) {
      if (!pulumi.InputPropertiesError.isInstance(error)) throw error;
      expect(error.errors).toHaveLength(300);
      expect(error.message.split("\n")).toHaveLength(102);
      expect(error.message).toContain("… and 200 more problems");
    }
  });
});
