import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { classicProgram } from "./programs";
import { servePack, unknown, type Diagnostic, type ProgramResource, type ServedPack } from "./served-pack";

let pack: ServedPack;
beforeAll(async () => {
  pack = await servePack();
});
beforeEach(() => pack.configure({}));

const brief = (found: readonly Diagnostic[]) =>
  found.map(({ policy, level, resource }) => ({ policy, level, resource }));
const kindFinding = { policy: "replication-storage-kind", level: "mandatory", resource: "account" };

describe("levels", () => {
  it("follow the policy's where that is lower than the limit's", async () => {
    const settings = { edition: "2019-05" };
    await pack.configure({ settings });
    expect(brief(await pack.analyze(classicProgram()))).toEqual([kindFinding]);
    await pack.configure({ settings, all: { enforcementLevel: "advisory" } });
    expect(brief(await pack.analyze(classicProgram()))).toEqual([{ ...kindFinding, level: "advisory" }]);
    await pack.configure({ settings, "replication-storage-kind": { enforcementLevel: "disabled" } });
    expect(brief(await pack.analyze(classicProgram()))).toEqual([]);
  });

  it("follow the limit's where that is lower than the policy's", async () => {
    await pack.configure({ settings: { edition: "2016-12" } });
    const found = await pack.analyze(classicProgram({ kind: "Storage", sku: { name: "Standard_ZRS" } }));
    // The document neither allows nor refuses zone-redundant storage: a warning, whatever the policy's level.
    expect(brief(found)).toContainEqual({
      policy: "replication-storage-redundancy",
      level: "advisory",
      resource: "account",
    });
  });
});

describe("the scenario", () => {
  const scenarioIn = async (program: readonly ProgramResource[]) =>
    (await pack.analyze(program)).map(({ message }) => /scenario: (.*)/.exec(message)?.[1]);

  it("comes from the settings before all else", async () => {
    await pack.configure({ settings: { edition: "2019-05", scenario: "physical-to-azure" } });
    expect(await scenarioIn(classicProgram())).toEqual([
      "physical-to-azure, classic (as the pack's settings say)",
    ]);
  });

  it("comes from the component that a resource descends from", async () => {
    const scope = {
      edition: "2019-05",
      scenario: "physical-to-azure",
      experience: "classic",
      intent: "migration",
    };
    const [vault, account, ...rest] = classicProgram();
    expect(
      await scenarioIn([
        { type: "azure-siterecovery:index:CacheStorage", name: "cache", outputs: { scope } },
        { ...(vault as ProgramResource) },
        { ...(account as ProgramResource), parent: "cache" },
        ...rest,
      ]),
    ).toEqual(["physical-to-azure, classic (as its component says)"]);
  });

  it("takes the experience that the judging edition documents, unless the component was told one", async () => {
    await pack.configure({ settings: { edition: "2019-05" } });
    const [vault, account, ...rest] = classicProgram();
    const scope = { edition: "current", scenario: "vmware-to-azure", intent: "disaster-recovery" };
    const program = (more: object): readonly ProgramResource[] => [
      {
        type: "azure-siterecovery:index:CacheStorage",
        name: "cache",
        outputs: { scope: { ...scope, ...more } },
      },
      vault as ProgramResource,
      { ...(account as ProgramResource), parent: "cache" },
      ...rest,
    ];
    expect(await scenarioIn(program({}))).toEqual(["vmware-to-azure, classic (as its component says)"]);
    const told = await pack.analyze(program({ experience: "modernized" }));
    expect(told.map(({ policy, level }) => ({ policy, level }))).toContainEqual({
      policy: "settings",
      level: "mandatory",
    });
  });

  it("is derived from the kinds of policies", async () => {
    await pack.configure({ settings: { edition: "2019-05" } });
    expect(await scenarioIn(classicProgram())).toEqual([
      "vmware-to-azure, classic (derived from InMageAzureV2)",
    ]);
  });

  it("is left open where nothing tells it: only what all documented scenarios refuse stops a preview", async () => {
    await pack.configure({ settings: { edition: "2016-12" } });
    const withoutPolicy = (account: object) =>
      classicProgram(account).filter(({ name }) => name !== "policy");
    // Premium storage in South India is refused wherever premium storage exists at all.
    const premium = await pack.analyze(
      withoutPolicy({ kind: "Storage", sku: { name: "Premium_LRS" }, location: "southindia" }),
    );
    expect(premium.filter(({ level }) => level === "mandatory").map(({ policy }) => policy)).toContain(
      "premium-storage-region",
    );
    // Premium storage as such is refused for Hyper-V and accepted for VMware.
    const support = premium.filter(({ policy }) => policy === "premium-storage-support");
    expect(support.map(({ level }) => level)).toEqual(["advisory"]);
    expect(support[0]?.message).toMatch(
      /could not decide about account, because nothing tells the scenario.*hyperv/,
    );
  });

  it("is refused where the edition does not document it", async () => {
    await pack.configure({ settings: { edition: "2016-12", scenario: "azure-to-azure" } });
    const found = await pack.analyze(classicProgram());
    expect(brief(found)).toEqual([{ policy: "settings", level: "mandatory", resource: "vault" }]);
    expect(found[0]?.message).toContain("Edition 2016-12 documents no limits for azure-to-azure.");
  });
});

describe("a scenario that is said for everything", () => {
  const policyOf = (name: string, instanceType: string): ProgramResource => ({
    type: "azure-native:recoveryservices:ReplicationPolicy",
    name,
    inputs: {
      resourceName: unknown,
      policyName: name,
      properties: { providerSpecificInput: { instanceType } },
    },
    references: { resourceName: ["vault"] },
  });
  const told = async (scenario: string, instanceType: string) => {
    await pack.configure({ settings: { edition: "current", scenario } });
    const program = [...classicProgram().slice(0, 1), policyOf("policy-a", instanceType)];
    return (await pack.analyze(program)).filter(({ policy }) => policy === "settings");
  };

  it("is told where something replicates in another one", async () => {
    for (const [scenario, instanceType] of [
      ["vmware-to-azure", "HyperVReplicaAzure"],
      ["vmware-to-azure", "A2A"],
      ["hyperv-to-azure", "InMageRcm"],
      ["azure-to-azure", "InMageRcm"],
      ["physical-to-azure", "A2A"],
    ] as const) {
      const found = await told(scenario, instanceType);
      expect(
        found.map(({ level, resource }) => ({ level, resource })),
        `${instanceType} in ${scenario}`,
      ).toEqual([{ level: "advisory", resource: "policy-a" }]);
      expect(found[0]?.message).toContain(
        `policy-a: judged by the limits of ${scenario} (as the pack's settings say), but of the kind ${instanceType}`,
      );
    }
  });

  it("is none where the scenario uses the kind", async () => {
    for (const [scenario, instanceType] of [
      ["vmware-to-azure", "InMageRcm"],
      ["physical-to-azure", "InMageRcm"],
      ["hyperv-vmm-to-azure", "HyperVReplicaAzure"],
      ["azure-to-azure", "A2A"],
      ["azure-to-azure", "toString"],
    ] as const) {
      expect(await told(scenario, instanceType), `${instanceType} in ${scenario}`).toEqual([]);
    }
  });
});

/** A replicated machine with a name that Azure does not take, in a vault that the program refers to. */
const namedMachine: { readonly program: readonly ProgramResource[]; readonly id: string } = {
  id: "/subscriptions/1/resourceGroups/rg/providers/Microsoft.RecoveryServices/vaults/rsv/replicationFabrics/f/replicationProtectionContainers/c/replicationProtectedItems/db01",
  program: [
    {
      type: "azure-native:recoveryservices:Vault",
      name: "vault",
      inputs: { vaultName: "rsv", resourceGroupName: "rg", location: "westeurope" },
    },
    {
      type: "azure-native:recoveryservices:ReplicationProtectedItem",
      name: "item",
      inputs: {
        resourceName: unknown,
        resourceGroupName: "rg",
        fabricName: "f",
        protectionContainerName: "c",
        replicatedProtectedItemName: "db01",
        properties: { providerSpecificDetails: { instanceType: "InMageRcm", targetVmName: "no_name" } },
      },
      references: { resourceName: ["vault"] },
    },
  ],
};
const nameFinding = { policy: "azure-vm-name", level: "mandatory", resource: "item" };

describe("waivers", () => {
  const waiver = {
    rule: "replication-storage-kind",
    subject: "account",
    reason: "approved until the move",
    owner: "dr-team",
    expires: "2030-01-31",
  };
  const settings = (waivers: readonly object[], asOf = "2030-01-31") => ({
    settings: { edition: "2019-05", asOf, waivers },
  });

  it("keep a finding visible and lower it to advisory", async () => {
    await pack.configure(settings([waiver]));
    const found = await pack.analyze(classicProgram());
    expect(brief(found)).toEqual([{ ...kindFinding, level: "advisory" }]);
    expect(found[0]?.message).toContain("waived:   approved until the move (dr-team, until 2030-01-31)");
  });

  it("name rules by reference, and subjects by URN or without case", async () => {
    for (const other of [
      { rule: "ASR-0002" },
      { subject: "ACCOUNT" },
      { subject: "urn:pulumi:stack::project::azure-native:storage:StorageAccount::account" },
      { subject: "*" },
    ]) {
      await pack.configure(settings([{ ...waiver, ...other }]));
      expect(brief(await pack.analyze(classicProgram())), JSON.stringify(other)).toEqual([
        { ...kindFinding, level: "advisory" },
      ]);
    }
  });

  it.each([
    ["the name in Azure", "STDR"],
    [
      "the id in Azure",
      "/subscriptions/1/resourceGroups/RG/providers/Microsoft.Storage/storageAccounts/stdr",
    ],
    [
      "an id with a slash at its end",
      "/subscriptions/1/resourcegroups/rg/providers/microsoft.storage/storageaccounts/STDR/",
    ],
  ])("name subjects by %s", async (_what, subject) => {
    await pack.configure(settings([{ ...waiver, subject }]));
    expect(brief(await pack.analyze(classicProgram()))).toEqual([{ ...kindFinding, level: "advisory" }]);
  });

  it.each([
    [
      "another group",
      "/subscriptions/1/resourceGroups/other/providers/Microsoft.Storage/storageAccounts/stdr",
    ],
    [
      "another account",
      "/subscriptions/1/resourceGroups/rg/providers/Microsoft.Storage/storageAccounts/stdr2",
    ],
    ["another type", "/subscriptions/1/resourceGroups/rg/providers/Microsoft.Network/virtualNetworks/stdr"],
    [
      "something inside it",
      "/subscriptions/1/resourceGroups/rg/providers/Microsoft.Storage/storageAccounts/stdr/x/y",
    ],
  ])("do not take the id of %s for the subject", async (_what, subject) => {
    await pack.configure(settings([{ ...waiver, subject }]));
    expect(brief(await pack.analyze(classicProgram()))).toContainEqual(kindFinding);
  });

  it("name a replicated machine by its id, from the names of all that it lies in", async () => {
    const { program, id } = namedMachine;
    await pack.configure({ settings: { edition: "current" } });
    expect(brief(await pack.analyze(program))).toContainEqual(nameFinding);
    const waived = { ...waiver, rule: "azure-vm-name", subject: id };
    await pack.configure({ settings: { edition: "current", asOf: "2030-01-31", waivers: [waived] } });
    expect(brief(await pack.analyze(program))).toContainEqual({ ...nameFinding, level: "advisory" });
    await pack.configure({
      settings: {
        edition: "current",
        asOf: "2030-01-31",
        waivers: [{ ...waived, subject: id.replace("rsv", "rsv2") }],
      },
    });
    expect(brief(await pack.analyze(program))).toContainEqual(nameFinding);
  });

  it("do nothing any more after their day, and say so", async () => {
    await pack.configure(settings([waiver], "2030-02-01"));
    const found = await pack.analyze(classicProgram());
    expect(brief(found)).toEqual([{ policy: "settings", level: "advisory", resource: "" }, kindFinding]);
    expect(found[0]?.message).toContain("expired on 2030-01-31");
  });

  it("are reported where they cover nothing", async () => {
    await pack.configure(settings([{ ...waiver, subject: "another" }]));
    const found = await pack.analyze(classicProgram());
    expect(brief(found)).toEqual([{ policy: "settings", level: "advisory", resource: "" }, kindFinding]);
    expect(found[0]?.message).toContain("covers nothing in this stack");
  });
});

describe("settings that cannot be used", () => {
  it("stop the preview", async () => {
    await pack.configure({ settings: { edition: "2018", waivers: "none" } });
    const found = await pack.analyze(classicProgram());
    const [first] = found;
    expect(first).toMatchObject({ policy: "settings", level: "mandatory" });
    expect(first?.message).toMatch(/edition/);
    expect(first?.message).toMatch(/waivers/);
  });

  it("are those with a misspelt key, too", async () => {
    await pack.configure({ settings: { edtion: "2019-05" } });
    const [first] = await pack.analyze(classicProgram());
    expect(first).toMatchObject({ policy: "settings", level: "mandatory" });
    expect(first?.message).toContain("edtion");
  });
});

describe("what a program leaves open", () => {
  it("is said for every fact that a rule needs", async () => {
    await pack.configure({ settings: { edition: "2016-12" } });
    const found = await pack.analyze(
      classicProgram({ kind: unknown, sku: unknown, location: unknown, accountName: unknown }),
    );
    expect(found.every(({ level }) => level === "advisory")).toBe(true);
    const open = found.filter(({ message }) => message.includes("could not decide"));
    expect(open.map(({ policy }) => policy)).toEqual(
      expect.arrayContaining(["premium-storage-region", "premium-storage-log-account", "storage-region"]),
    );
  });
});
