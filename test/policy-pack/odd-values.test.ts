import { fc, test } from "@fast-check/vitest";
import { beforeAll, describe, expect, it } from "vitest";
import { storageAccountFromAzureNative } from "../../limits/facts/from-azure-native";
import { servePack, type Diagnostic, type ProgramResource, type ServedPack } from "./served-pack";

let pack: ServedPack;
beforeAll(async () => {
  pack = await servePack();
});

const vault: ProgramResource = {
  type: "azure-native:recoveryservices:Vault",
  name: "vault",
  inputs: { vaultName: "rsv", resourceGroupName: "rg", location: "westeurope" },
};

const siteRecovery = (type: string, properties: object): ProgramResource => ({
  type: `azure-native:recoveryservices:${type}`,
  name: "subject",
  inputs: { resourceName: "rsv", resourceGroupName: "rg", properties },
  references: { resourceName: ["vault"] },
});
const item = (details: object): ProgramResource =>
  siteRecovery("ReplicationProtectedItem", { policyId: "/p", providerSpecificDetails: details });

/** What each fact is read from, with a value that the rule is content with. */
const facts: readonly (readonly [
  rule: string,
  fact: string,
  make: (value: unknown) => ProgramResource,
  good: unknown,
])[] = [
  [
    "azure-vm-name",
    "targetName",
    (targetVmName) => item({ instanceType: "InMageRcm", targetVmName }),
    "db01",
  ],
  [
    "azure-vm-name",
    "targetName",
    (targetAzureVmName) => item({ instanceType: "HyperVReplicaAzure", targetAzureVmName }),
    "db01",
  ],
  [
    "availability-zone",
    "availabilityZone",
    (targetAvailabilityZone) => item({ instanceType: "InMageRcm", targetAvailabilityZone }),
    "",
  ],
  [
    "recovery-plan-max-groups",
    "groups",
    (groups) => siteRecovery("ReplicationRecoveryPlan", { groups }),
    [{ groupType: "Boot" }],
  ],
  [
    "recovery-point-retention",
    "recoveryPointRetentionInMinutes",
    (recoveryPointHistoryInMinutes) =>
      siteRecovery("ReplicationPolicy", {
        providerSpecificInput: { instanceType: "InMageRcm", recoveryPointHistoryInMinutes },
      }),
    1440,
  ],
];

const about = (found: readonly Diagnostic[], rule: string): readonly Diagnostic[] =>
  found.filter(({ policy, resource }) => policy === rule && resource === "subject");

describe("a value of a type that it cannot have", () => {
  beforeAll(() => pack.configure({ settings: { edition: "current" } }));

  it.each(facts)("is no pass of %s: %s", async (rule, fact, make, good) => {
    expect(about(await pack.analyze([vault, make(good)]), rule)).toEqual([]);
    const wrong: readonly unknown[] =
      typeof good === "number"
        ? ["1440", true, { a: 1 }]
        : [7, true, { a: 1 }, ...(Array.isArray(good) ? ["x"] : [[1]])];
    for (const value of wrong) {
      const found = about(await pack.analyze([vault, make(value)]), rule);
      expect(
        found.map(({ level }) => level),
        JSON.stringify(value),
      ).toEqual(["advisory"]);
      expect(found[0]?.message).toContain(
        `could not decide about subject: the value of ${fact} is of a type that it cannot have: correct it`,
      );
    }
  });

  it("is no pass where it takes the place of everything", async () => {
    const found = await pack.analyze([vault, item("InMageRcm" as unknown as object)]);
    expect(found.filter(({ message }) => message.includes("of a type that it cannot have"))).not.toEqual([]);
  });

  it("is not taken for what the service would choose", () => {
    const odd = { isHnsEnabled: "true", networkRuleSet: { defaultAction: 5 }, allowSharedKeyAccess: {} };
    const { facts: read, unreadable } = storageAccountFromAzureNative({ accountName: "stdr", ...odd });
    expect([...unreadable].sort()).toEqual([
      "firewallDefaultAction",
      "hierarchicalNamespace",
      "sharedKeyAccess",
    ]);
    expect(read).not.toHaveProperty("hierarchicalNamespace");
    expect(read).not.toHaveProperty("firewallDefaultAction");
  });

  const anything = fc.jsonValue({ maxDepth: 3 });
  test.prop([fc.constantFrom(...facts), anything], { numRuns: 60 })(
    "fails no rule, whatever it is",
    async ([, , make], value) => {
      const found = await pack.analyze([vault, make(value)]);
      expect(found.filter(({ message }) => /itself failed|Internal fault/.test(message))).toEqual([]);
    },
  );
});
