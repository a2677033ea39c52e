import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { startSimulator, type Simulator } from "../../simulator/server";
import { createProject, root, type Ended, type Project } from "./engine";

/**
 * A program that a user could have written without this package: a vault, a replication account that its
 * identity may write to, and an account that has nothing to do with replication.
 */
const program = `
const pulumi = require("@pulumi/pulumi");
const authorization = require("@pulumi/azure-native/authorization");
const recoveryservices = require("@pulumi/azure-native/recoveryservices");
const resources = require("@pulumi/azure-native/resources");
const storage = require("@pulumi/azure-native/storage");
const config = new pulumi.Config();
const location = config.get("location") || "westeurope";
const group = new resources.ResourceGroup("rg", { location });
const inGroup = { resourceGroupName: group.name, location };
const vault = new recoveryservices.Vault("vault", {
  ...inGroup, sku: { name: "RS0", tier: "Standard" }, identity: { type: "SystemAssigned" }, properties: {},
});
const account = (name, sku, kind) =>
  new storage.StorageAccount(name, { ...inGroup, accountName: "st" + name + "dr", kind, sku: { name: sku } });
const kind = config.get("kind") || "Storage";
const replica = account("replica", config.get("sku") || "Standard_LRS", kind === "unknown" ? group.id.apply(() => "StorageV2") : kind);
account("website", "Standard_LRS", "StorageV2");
new authorization.RoleAssignment("vault-writes-replica", {
  scope: replica.id,
  principalId: vault.identity.apply((identity) => identity.principalId),
  principalType: "ServicePrincipal",
  roleDefinitionId: "/providers/Microsoft.Authorization/roleDefinitions/ba92f5b4-2d11-453d-a403-e96b0029c9fe",
});
new recoveryservices.ReplicationPolicy("policy", {
  resourceGroupName: group.name,
  resourceName: vault.name,
  properties: { providerSpecificInput: {
    instanceType: "InMageAzureV2", multiVmSyncStatus: "Enable", recoveryPointHistory: 1440,
    recoveryPointThresholdInMinutes: 15, appConsistentFrequencyInMinutes: 60, crashConsistentFrequencyInMinutes: 5,
  } },
});
const zone = config.get("zone");
if (zone) {
  new recoveryservices.ReplicationProtectedItem("db01", {
    resourceGroupName: group.name,
    resourceName: vault.name,
    fabricName: "fabric",
    protectionContainerName: "container",
    replicatedProtectedItemName: "db01",
    properties: { providerSpecificDetails: {
      instanceType: "InMageAzureV2", targetAvailabilityZone: zone, storageAccountId: replica.id,
      targetAzureVmName: pulumi.secret("name_that_is_secret"),
    } },
  });
}
`;

interface Case {
  /** Of the pack's settings; the stack's configuration or the newest where absent. */
  readonly edition?: string;
  readonly sku?: string;
  readonly kind?: string;
  readonly location?: string;
  readonly zone?: string;
}

describe("the policy pack at preview, with the real engine", () => {
  let simulator: Simulator;
  let project: Project;

  beforeAll(async () => {
    simulator = await startSimulator();
    project = await createProject({
      files: { "index.js": program },
      environment: { ...simulator.environment(), PATH: join(root, "simulator/azure-native/bin") },
    });
  });
  afterAll(async () => {
    await project.dispose();
    await simulator.close();
  });

  /** A preview of the program as the case says, judged by its edition. */
  async function preview({ edition, ...settings }: Case): Promise<Ended> {
    const values = ["sku", "kind", "location", "zone"] as const;
    await project.pulumi(
      "config",
      "set-all",
      ...values.flatMap((key) => ["--plaintext", `${key}=${settings[key] ?? ""}`]),
    );
    const configuration = join(project.scratch, "policies.json");
    await project.write(
      "../policies.json",
      JSON.stringify(edition === undefined ? {} : { settings: { edition } }),
    );
    return project.preview("--policy-pack", join(root, "policy-pack"), "--policy-pack-config", configuration);
  }

  const stopped: readonly [string, Case, readonly string[]][] = [
    [
      "a premium account without a standard log account",
      { edition: "2016-12", sku: "Premium_LRS" },
      ["premium-storage-log-account", "no log account", "Standard", '"Azure storage requirements"'],
    ],
    [
      "a premium account in South India",
      { edition: "2016-12", sku: "Premium_LRS", location: "southindia" },
      [
        "premium-storage-region",
        "Premium_LRS in southindia",
        "centralindia, southindia",
        '"Azure storage requirements"',
      ],
    ],
    [
      "a general-purpose v2 account",
      { edition: "2019-05", kind: "StorageV2" },
      [
        "replication-storage-kind",
        "kind StorageV2",
        "azure-storage.kind.general-purpose-v2",
        '"Azure storage"',
      ],
    ],
    [
      "a machine for an availability zone",
      { edition: "2019-05", zone: "1" },
      ["availability-zone", "availability zone 1", "azure-vm.availability-zone.supported", '"Azure compute"'],
    ],
  ];
  it.each(stopped)("stops %s", async (_what, given, expected) => {
    const ended = await preview(given);
    expect(ended.code, said(ended)).not.toBe(0);
    for (const text of [...expected, `edition ${given.edition ?? "current"}`])
      expect(said(ended)).toContain(text);
    expect(said(ended)).toContain("[mandatory]");
    expect(said(ended)).not.toContain("StorageAccount: website)");
  });

  const passing: readonly [string, Case][] = [
    ["a standard account in South India", { edition: "2016-12", location: "southindia" }],
    ["an unrelated general-purpose v2 account", { edition: "2019-05" }],
    ["a general-purpose v2 account under the newest edition", { edition: "current", kind: "StorageV2" }],
  ];
  it.each(passing)("lets pass %s", async (_what, given) => {
    const ended = await preview(given);
    expect(ended.code, said(ended)).toBe(0);
    expect(said(ended)).not.toContain("[mandatory]");
    expect(said(ended)).not.toContain("could not decide");
  });

  it("judges a secret, and shows it in no finding", async () => {
    const ended = await preview({ edition: "2019-05", zone: "1" });
    expect(said(ended)).toMatch(/azure-vm-name: .*\[secret\]/);
    expect(said(ended)).not.toContain("name_that_is_secret");
  });

  it("falls back to the edition of the stack's configuration", async () => {
    await project.pulumi("config", "set", "azure-siterecovery:edition", "2019-05");
    const ended = await preview({ kind: "StorageV2" });
    await project.pulumi("config", "rm", "azure-siterecovery:edition");
    expect(ended.code, said(ended)).not.toBe(0);
    expect(said(ended)).toContain("edition 2019-05");
  });

  it("says what it could not decide about a value that arises later", async () => {
    const ended = await preview({ edition: "2019-05", kind: "unknown" });
    expect(ended.code, said(ended)).toBe(0);
    expect(said(ended)).toMatch(
      /replication-storage-kind: could not decide about replica: kind is not known/,
    );
  });
});

function said(ended: Ended): string {
  return ended.stdout + ended.stderr;
}
