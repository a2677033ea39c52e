import { fc, test } from "@fast-check/vitest";
import { specialSecretSig, specialSigKey } from "@pulumi/pulumi/runtime/rpc";
import { beforeAll, describe, expect, it } from "vitest";
import { storageAccountFromAzureNative } from "../../limits/facts/from-azure-native";
import { servePack, unknown, type Diagnostic, type ProgramResource, type ServedPack } from "./served-pack";

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

  /** Names that adapters look at, at any depth, so that what is random is also read. */
  const names = [
    "properties",
    "providerSpecificDetails",
    "providerSpecificInput",
    "instanceType",
    "inMageRcm",
    "a2a",
    "hyperVReplicaAzure",
    "groups",
    "replicationProtectedItems",
    "id",
    "startGroupActions",
    "customDetails",
    "failoverTypes",
    "disksToInclude",
    "vmManagedDisks",
    "protectedDisks",
    "diskId",
    "vmNics",
    "ipConfigs",
    "name",
    "targetVmName",
    "location",
    "sku",
    "kind",
    "identity",
    "networkRuleSet",
    "virtualNetworkRules",
    "subnets",
    "privateLinkServiceConnections",
    "groupIds",
    "storageAccountId",
    "protectionContainerId",
    "vaultId",
  ];
  const { value: nested } = fc.letrec((tie) => ({
    value: fc.oneof(
      { maxDepth: 6 },
      fc.constantFrom(
        "A2A",
        "InMageRcm",
        "",
        "x",
        "/subscriptions/1/resourceGroups/rg",
        unknown,
        -1,
        1e308,
        true,
        null,
      ),
      fc.constantFrom<unknown>("secret text", 7, { a: 1 }, []).map((value) => ({
        [specialSigKey]: specialSecretSig,
        value,
      })),
      fc.array(tie("value"), { maxLength: 3 }),
      fc.dictionary(fc.constantFrom(...names), tie("value"), { maxKeys: 6 }),
    ),
  }));
  const types = [
    "azure-native:recoveryservices:ReplicationProtectedItem",
    "azure-native:recoveryservices:ReplicationPolicy",
    "azure-native:recoveryservices:ReplicationRecoveryPlan",
    "azure-native:recoveryservices:ReplicationNetworkMapping",
    "azure-native:recoveryservices:Vault",
    "azure-native:storage:StorageAccount",
    "azure-native:network:VirtualNetwork",
    "azure-native:network:PrivateEndpoint",
    "azure-native:importexport:Job",
    "azure-siterecovery:index:ReplicatedMachine",
    "azure-siterecovery:index:RecoveryPlan",
    "azure-siterecovery:index:CacheStorage",
  ];
  const anyProgram = fc.array(
    fc.tuple(fc.constantFrom(...types), fc.dictionary(fc.constantFrom(...names), nested, { maxKeys: 8 })),
    { minLength: 1, maxLength: 5 },
  );

  test.prop([anyProgram, fc.constantFrom("2016-12", "2019-05", "current")], { numRuns: 40 })(
    "fails no rule and no analysis, whatever the program is",
    async (resources, edition) => {
      await pack.configure({ settings: { edition, scope: "everything" } });
      const program = resources.map(([type, inputs], index): ProgramResource => ({
        type,
        name: `r${index}`,
        inputs,
        references: index === 0 ? {} : { properties: [`r${index - 1}`] },
      }));
      const found = await pack.analyze(program);
      expect(found.filter(({ message }) => /itself failed|Internal fault/.test(message))).toEqual([]);
    },
  );
});
