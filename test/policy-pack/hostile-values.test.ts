import * as sdk from "@pulumi/policy";
import type { PolicyResource } from "@pulumi/policy";
import { beforeAll, describe, expect, it } from "vitest";
import { loadMatrix } from "../../limits/matrix/load";
import { defineRule, violation, type Rule } from "../../limits/rules/rule";
import { packRules, policyPack } from "../../policy-pack/pack";
import { evaluate } from "../../policy-pack/evaluation";
import { readProgram } from "../../policy-pack/program";
import { readSettings } from "../../policy-pack/settings";
import { classicProgram } from "./programs";
import { servePack, unknown, type ServedPack } from "./served-pack";

const crashing = defineRule({
  name: "always-crashes",
  ref: "ASR-9999",
  title: "A rule with a fault",
  rationale: "Every rule can have one.",
  remedy: "Mend it.",
  limits: packRules().flatMap(({ limits }) => limits),
  moments: ["stack"],
  since: "0.0.0",
  subject: "storage-account",
  check() {
    throw new Error("a fault of ours\nwith a second line");
  },
}) as unknown as Rule;

/** Finds something in every storage account. */
const finding = defineRule({
  ...crashing,
  name: "always-finds",
  ref: "ASR-9998",
  subject: "storage-account",
  check(_account, { limits }) {
    const limit = packRules()
      .flatMap((rule) => rule.limits)
      .map((id) => limits.find(id))
      .find((candidate) => candidate?.severity === "error");
    return limit === undefined
      ? []
      : [violation(limit, { subject: "account", observed: "it", message: "Found." })];
  },
}) as unknown as Rule;

let pack: ServedPack;
beforeAll(async () => {
  pack = await servePack(policyPack([crashing, ...packRules(), finding]));
});

describe("a rule that crashes", () => {
  it("is one advisory finding that names it, and loses no other finding", async () => {
    await pack.configure({ settings: { edition: "2019-05" } });
    const found = await pack.analyze(classicProgram());
    const crashed = found.filter(({ policy }) => policy === "always-crashes");
    expect(crashed.map(({ level, resource }) => ({ level, resource }))).toEqual([
      { level: "advisory", resource: "account" },
    ]);
    expect(crashed[0]?.message).toContain(
      "always-crashes: could not decide, because the rule itself failed (a fault of ours)",
    );
    expect(found.map(({ policy }) => policy)).toEqual(
      expect.arrayContaining(["replication-storage-kind", "always-finds"]),
    );
  });
});

const huge = "x".repeat(100_000);
const deep = (depth: number): unknown => (depth === 0 ? "end" : { properties: deep(depth - 1) });
const values: readonly [string, unknown][] = [
  ["unknown", unknown],
  ["null", null],
  ["an empty text", ""],
  ["a huge text", huge],
  ["a number", 1e308],
  ["a negative number", -1],
  ["a boolean", true],
  ["an empty list", []],
  ["a list of wrong things", [null, 1, "a", [], {}, unknown]],
  ["an object", { name: 5, id: {}, length: -1 }],
  ["something deep", deep(50)],
  ["hundreds of elements", Array.from({ length: 300 }, (_, index) => ({ name: `n${index}`, id: null }))],
];

/** Inputs of each type that rules look at, every one of them known. */
const inputs: Readonly<Record<string, object>> = {
  Vault: {
    vaultName: "rsv",
    resourceGroupName: "rg",
    location: "westeurope",
    identity: { type: "SystemAssigned" },
    sku: { name: "RS0", tier: "Standard" },
    properties: {
      publicNetworkAccess: "Enabled",
      securitySettings: { immutabilitySettings: { state: "Locked" } },
    },
  },
  ReplicationPolicy: {
    policyName: "gold",
    resourceName: "rsv",
    resourceGroupName: "rg",
    properties: {
      providerSpecificInput: {
        instanceType: "A2A",
        recoveryPointHistory: 1440,
        appConsistentFrequencyInMinutes: 60,
        crashConsistentFrequencyInMinutes: 5,
        multiVmSyncStatus: "Enable",
      },
    },
  },
  ReplicationProtectedItem: {
    replicatedProtectedItemName: "db01",
    resourceName: "rsv",
    resourceGroupName: "rg",
    properties: {
      policyId: "/subscriptions/s/p",
      providerSpecificDetails: {
        instanceType: "A2A",
        fabricObjectId: "/subscriptions/s/vm",
        multiVmGroupName: "group",
        vmManagedDisks: [{ diskId: "d", primaryStagingAzureStorageAccountId: "/subscriptions/s/a" }],
      },
    },
  },
  ReplicationRecoveryPlan: {
    recoveryPlanName: "plan",
    resourceName: "rsv",
    resourceGroupName: "rg",
    properties: {
      groups: [
        {
          groupType: "Boot",
          replicationProtectedItems: [{ id: "/subscriptions/s/i" }],
          startGroupActions: [
            {
              actionName: "a",
              customDetails: { instanceType: "ManualActionDetails" },
              failoverTypes: ["TestFailover"],
              failoverDirections: ["PrimaryToRecovery"],
            },
          ],
        },
      ],
    },
  },
  ReplicationNetworkMapping: {
    networkMappingName: "m",
    resourceName: "rsv",
    resourceGroupName: "rg",
    properties: {
      recoveryNetworkId: "/n",
      fabricSpecificDetails: { instanceType: "AzureToAzure", primaryNetworkId: "/p" },
    },
  },
};

/** Exported for tests, but not declared. */
const { unknownCheckingProxy } = sdk as unknown as {
  readonly unknownCheckingProxy: (properties: object) => PolicyResource["props"];
};

/** As the SDK hands resources to a policy: reading an unknown value throws. */
function resource(
  type: string,
  name: string,
  given: object,
  references: readonly string[] = [],
): PolicyResource {
  const urn = `urn:pulumi:stack::project::${type}::${name}`;
  return {
    type,
    name,
    urn,
    props: unknownCheckingProxy(given),
    opts: {
      protect: false,
      ignoreChanges: [],
      aliases: [],
      customTimeouts: { createSeconds: 0, updateSeconds: 0, deleteSeconds: 0 },
      additionalSecretOutputs: [],
    },
    dependencies: [],
    propertyDependencies: Object.fromEntries(
      references.map((target) => [
        target,
        [{ urn: `urn:pulumi:stack::project::${target}` } as PolicyResource],
      ]),
    ),
    isType: () => false,
    asType: () => undefined,
  };
}

const vaultUrn = "azure-native:recoveryservices:Vault::vault";

function siteRecovery(type: string, given: object): PolicyResource {
  const token = `azure-native:recoveryservices:${type}`;
  return resource(token, type.toLowerCase(), given, type === "Vault" ? [] : [vaultUrn]);
}

/** The inputs with one of their leaves, and one of their branches, replaced. */
function* mutations(given: unknown, value: unknown): Generator {
  yield value;
  if (typeof given !== "object" || given === null) return;
  for (const key of Object.keys(given)) {
    for (const inner of mutations((given as Record<string, unknown>)[key], value)) {
      yield Array.isArray(given) ? [inner] : { ...given, [key]: inner };
    }
  }
}

const account = {
  accountName: "stdr",
  resourceGroupName: "rg",
  location: "westeurope",
  kind: "StorageV2",
  sku: { name: "Standard_LRS" },
  networkRuleSet: {
    defaultAction: "Deny",
    bypass: "AzureServices",
    virtualNetworkRules: [{ virtualNetworkResourceId: "/s" }],
  },
  encryption: { keySource: "Microsoft.Storage" },
};
const network = {
  virtualNetworkName: "vnet",
  resourceGroupName: "rg",
  location: "westeurope",
  addressSpace: { addressPrefixes: ["10.0.0.0/16"] },
  subnets: [
    { name: "app", addressPrefix: "10.0.1.0/24", serviceEndpoints: [{ service: "Microsoft.Storage" }] },
  ],
};

describe("hostile values", () => {
  const rules = packRules();
  const others = (without: string): readonly PolicyResource[] => [
    ...Object.entries(inputs)
      .filter(([type]) => type !== without)
      .map(([type, given]) => siteRecovery(type, given)),
    ...(without === "StorageAccount"
      ? []
      : [resource("azure-native:storage:StorageAccount", "account", account)]),
    ...(without === "VirtualNetwork"
      ? []
      : [resource("azure-native:network:VirtualNetwork", "network", network)]),
  ];
  const judge = (resources: readonly PolicyResource[]): readonly string[] => {
    const seen = new Map(resources.map(({ urn, props }) => [urn, props]));
    return ["2016-12", "2019-05", "current"].flatMap((edition) => {
      const settings = readSettings({ edition, scope: "everything" });
      const { reports } = evaluate(readProgram(resources, seen), rules, settings);
      return [...reports.values()].flat().map(({ message }) => message);
    });
  };

  // A fault that an input brings about is a fault of ours.
  it.each(values)("%s anywhere crash no rule", (_name, value) => {
    const programs: (readonly PolicyResource[])[] = [];
    const put = (without: string, make: (given: object) => PolicyResource, given: object): void => {
      for (const mutated of mutations(given, value)) {
        if (typeof mutated !== "object" || mutated === null || Array.isArray(mutated)) continue;
        programs.push([...others(without), make(mutated)]);
      }
    };
    for (const [type, given] of Object.entries(inputs))
      put(type, (mutated) => siteRecovery(type, mutated), given);
    put(
      "StorageAccount",
      (mutated) => resource("azure-native:storage:StorageAccount", "account", mutated),
      account,
    );
    put(
      "VirtualNetwork",
      (mutated) => resource("azure-native:network:VirtualNetwork", "network", mutated),
      network,
    );
    const messages = programs.flatMap((program) => judge(program));
    expect(messages.filter((message) => message.includes("itself failed"))).toEqual([]);
    expect(messages.length).toBeGreaterThan(0);
  });
});

it("every limit of a rule in the pack exists", () => {
  const ids = new Set(loadMatrix().map(({ id }) => id));
  for (const rule of packRules())
    expect(
      rule.limits.some((id) => ids.has(id)),
      rule.name,
    ).toBe(true);
});
