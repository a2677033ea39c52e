import * as pulumi from "@pulumi/pulumi";
import { beforeAll, describe, expect, it } from "vitest";
import { parseLandingZone } from "../../../landing-zone/read";
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

/** Paths of what is wrong with the document. */
function wrong(text: string): readonly string[] {
  try {
    checkLandingZone(parseLandingZone(head + vault + text));
    return [];
  } catch (error) {
    if (!pulumi.InputPropertiesError.isInstance(error)) throw error;
    return error.errors.map(({ propertyPath }) => propertyPath);
  }
}

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
      "edition: '2016-12'\nnetworks: {recovery: {name: v, location: westeurope, addressSpaces: [10.0.0.0/16], subnets: [{name: a, addressPrefix: 10.0.0.0/24}]}}\n",
      ["networks.recovery.location"],
    ],
    [
      "several parts at once",
      "edition: '2019-05'\ncacheStorage: {kind: StorageV2, sku: Standard_LRS}\n" +
        "policies: [{name: p, instanceType: A2A, rpoThresholdInMinutes: 5}]\n" +
        "failback: {cacheStorage: {kind: StorageV2, sku: Standard_LRS}}\n",
      ["cacheStorage.kind", "policies.p.rpoThresholdInMinutes", "failback.cacheStorage.kind"],
    ],
  ];
  it.each(cases)("finds %s", (_what, text, paths) => {
    expect(wrong(text)).toEqual(paths);
  });

  it("refuses a scenario that the edition does not document", () => {
    const text = head.replace("vmware-to-azure", "azure-to-azure\nsourceRegion: westeurope") + vault;
    expect(() => {
      checkLandingZone(parseLandingZone(`${text}edition: '2016-12'\n`));
    }).toThrow(/Edition 2016-12 documents no limits for azure-to-azure.*current/);
  });
});
