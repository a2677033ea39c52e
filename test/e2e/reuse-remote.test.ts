import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { startSimulator, type Simulator } from "../../simulator/server";
import { createProject, root, type Ended, type Project } from "./engine";

const settings = `
name: e2e
runtime: {name: nodejs, options: {typescript: false}}
main: index.js
plugins:
  providers: [{ name: azure-siterecovery, path: ${join(root, "provider")} }]
`;

/** What a generated SDK does, in any language: the engine asks the plugin for the component. */
const remote = `
const pulumi = require("@pulumi/pulumi");
class Remote extends pulumi.ComponentResource {
  constructor(type, name, args, outputs, opts) {
    const none = Object.fromEntries(outputs.map((output) => [output, undefined]));
    super("azure-siterecovery:index:" + type, name, { ...none, ...args }, opts, true);
  }
}
module.exports = { pulumi, Remote };
`;

const landingZone = `
const { pulumi, Remote } = require("./remote");
const outputs = ["vaultId", "vaultName", "recoveryNetworkId", "recoverySubnetIds", "policyIds", "recoveryPlanIds", "resourceGroupNames"];
const zone = new Remote("DisasterRecoveryLandingZone", "zone", { file: "landing-zone.yaml" }, outputs);
for (const output of outputs) exports[output] = zone[output];
`;

/** A second stack, which knows the first by its outputs alone. */
const consumer = `
const { pulumi, Remote } = require("./remote");
const zone = new pulumi.StackReference("organization/e2e/test");
const networks = new Remote("RecoveryNetwork", "more", {
  resourceGroupName: zone.getOutput("resourceGroupNames").apply((names) => names.network),
  location: "westeurope",
  recovery: { networkId: zone.getOutput("recoveryNetworkId") },
}, ["recoveryNetworkName", "recoverySubnetIds"]);
const policies = new Remote("ReplicationPolicies", "more", {
  resourceGroupName: zone.getOutput("resourceGroupNames").apply((names) => names.vault),
  vaultName: zone.getOutput("vaultName"),
  scenario: "vmware-to-azure",
  policies: { short: { recoveryPointRetentionInMinutes: pulumi.secret(60) } },
}, ["policyIds"]);
exports.network = networks.recoveryNetworkName;
exports.subnets = networks.recoverySubnetIds;
exports.policies = policies.policyIds;
`;

const vaultId =
  "/subscriptions/22222222-2222-4222-8222-222222222222/resourceGroups/rg/providers/Microsoft.RecoveryServices/vaults/v";
const inVault = { vaultId, policyId: `${vaultId}/replicationPolicies/p` };
const inGroup = { resourceGroupName: "rg", location: "westeurope" };

/** The least that every component takes. */
const least: Readonly<Record<string, object>> = {
  AzureToAzureReplication: { ...inVault, sourceLocation: "westeurope", recoveryLocation: "northeurope" },
  CacheStorage: inGroup,
  DisasterRecoveryLandingZone: { file: "landing-zone.yaml" },
  FailbackInfrastructure: inGroup,
  HypervSiteReplication: inVault,
  PhysicalServerReplication: inVault,
  RecoveryLock: { vaultId },
  RecoveryMonitoring: {
    ...{ ...inGroup, vaultId },
    workspaceId: vaultId.replace("RecoveryServices/vaults", "OperationalInsights/workspaces"),
  },
  RecoveryNetwork: {
    ...inGroup,
    recovery: { addressSpaces: ["10.0.0.0/16"], subnets: [{ name: "app", addressPrefix: "10.0.1.0/24" }] },
  },
  RecoveryPlans: {
    vaultId,
    primaryFabricId: `${vaultId}/replicationFabrics/f`,
    protectedItemIds: {
      web: `${vaultId}/replicationFabrics/f/replicationProtectionContainers/c/replicationProtectedItems/web`,
    },
    plans: { all: { groups: [{ machines: ["web"] }] } },
  },
  RecoveryVault: inGroup,
  ReplicationPolicies: { resourceGroupName: "rg", vaultName: "v", scenario: "vmware-to-azure" },
  VmmCloudReplication: inVault,
  VmwareReplication: inVault,
};

const everything = `
const { Remote } = require("./remote");
const schema = require(${JSON.stringify(join(root, "provider/schema.json"))});
for (const [type, args] of Object.entries(${JSON.stringify(least)})) {
  const outputs = Object.keys(schema.resources["azure-siterecovery:index:" + type].properties);
  const component = new Remote(type, type.toLowerCase(), args, outputs);
  for (const output of outputs) exports[type + "." + output] = component[output];
}
`;

const wrong = `
const { pulumi, Remote } = require("./remote");
const policies = (name, policies) => new Remote("ReplicationPolicies", name, {
  resourceGroupName: "rg", vaultName: "v", scenario: "vmware-to-azure", policies,
}, []);
policies("unknown", { day: { retention: 1440 } });
policies("late", { day: { recoveryPointRetentionInMinutes: pulumi.secret(99999999) } });
policies("pending", pulumi.output({ day: {} }));
`;

describe("components from another process, as programs in every language use them", () => {
  let simulator: Simulator;
  let project: Project;

  beforeAll(async () => {
    simulator = await startSimulator();
    project = await createProject({
      files: {
        "Pulumi.yaml": settings,
        "remote.js": remote,
        "index.js": landingZone,
        "landing-zone.yaml": await readFile(join(root, "landing-zone.yaml"), "utf8"),
      },
      environment: { ...simulator.environment(), PATH: join(root, "simulator/azure-native/bin") },
    });
  });
  afterAll(async () => {
    await project.dispose();
    await simulator.close();
  });

  it("are all there, with their outputs", async () => {
    const schema = JSON.parse(await readFile(join(root, "provider/schema.json"), "utf8")) as {
      readonly resources: Readonly<Record<string, { readonly isComponent?: boolean }>>;
    };
    const names = Object.entries(schema.resources).filter(([, { isComponent }]) => isComponent === true);
    expect(Object.keys(least)).toEqual(names.map(([token]) => token.split(":")[2]));
    await project.write("index.js", everything);
    const preview = await project.preview("--json");
    expect(preview.code, said(preview)).toBe(0);
    const { steps } = JSON.parse(preview.stdout) as { readonly steps: readonly { readonly urn: string }[] };
    for (const [token] of names) {
      const name = token.split(":")[2] ?? "";
      expect(steps.map(({ urn }) => urn)).toContain(`urn:pulumi:test::e2e::${token}::${name.toLowerCase()}`);
    }
  });

  it("say which inputs they cannot use, also those that arise late", async () => {
    await project.write("index.js", wrong);
    const preview = await project.preview();
    expect(preview.code).not.toBe(0);
    const { stdout } = preview;
    expect(stdout).toMatch(
      /'unknown' has a problem.*\n.*property policies\.day\.retention .*It is not known here/,
    );
    expect(stdout).toMatch(
      /'late' has a problem.*\n.*recoveryPointRetentionInMinutes .*\[ASR-\d+ recovery-point-retention\]/,
    );
    expect(stdout).toMatch(
      /'pending' has a problem.*\n.*property policies .*It must be known before anything is deployed/,
    );
    await project.write("index.js", landingZone);
  });

  it("make what they make in a program of their own language", async () => {
    const up = await project.up();
    expect(up.code, said(up)).toBe(0);
    const outputs = await project.outputs();
    expect(outputs).toMatchObject({ vaultName: "rsv-dr-westeurope" });
    const zone = "azure-siterecovery:index:DisasterRecoveryLandingZone";
    const state = await project.resources();
    const vault = state.find(({ id }) => id === outputs["vaultId"]);
    expect(vault?.urn).toContain(
      `${zone}$azure-siterecovery:index:RecoveryVault$azure-native:recoveryservices:Vault`,
    );
  });

  it("hand their outputs to a second stack", async () => {
    await project.write("index.js", consumer);
    const made = await project.pulumi("stack", "init", "consumer");
    expect(made.code, said(made)).toBe(0);
    const onConsumer = ["--stack", "consumer", "--non-interactive", "--color", "never"];
    const up = await project.pulumi("up", "--yes", "--skip-preview", ...onConsumer);
    expect(up.code, said(up)).toBe(0);
    const printed = await project.pulumi("stack", "output", "--json", "--stack", "consumer");
    const outputs = JSON.parse(printed.stdout) as Record<string, object>;
    expect(outputs).toEqual({
      network: "vnet-dr",
      subnets: {
        app: expect.stringMatching(/\/virtualNetworks\/vnet-dr\/subnets\/app$/) as string,
        db: expect.stringMatching(/\/virtualNetworks\/vnet-dr\/subnets\/db$/) as string,
      },
      policies: {
        short: expect.stringMatching(/\/vaults\/rsv-dr-westeurope\/replicationPolicies\/short$/) as string,
      },
    });
    const destroy = await project.pulumi("destroy", "--yes", "--skip-preview", ...onConsumer);
    expect(destroy.code, said(destroy)).toBe(0);
    await project.write("index.js", landingZone);
  });

  it("find nothing to change, and go", async () => {
    const preview = await project.preview("--expect-no-changes");
    expect(preview.code, said(preview)).toBe(0);
    const destroy = await project.destroy();
    expect(destroy.code, said(destroy)).toBe(0);
    expect(simulator.liveResources()).toEqual([]);
  });
});

function said(ended: Ended): string {
  return `${ended.stdout}\n${ended.stderr}`;
}
