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

const program = `
const pulumi = require("@pulumi/pulumi");
const resources = require("@pulumi/azure-native/resources");
const recoveryservices = require("@pulumi/azure-native/recoveryservices");
const asr = require(${JSON.stringify(join(root, "dist/provider/resources"))});
const config = new pulumi.Config();
const group = new resources.ResourceGroup("rg", { resourceGroupName: "rg", location: "westeurope" });
const vault = new recoveryservices.Vault("vault", {
  vaultName: "vault", resourceGroupName: group.name, sku: { name: "RS0", tier: "Standard" }, properties: {},
});
const inVault = { vaultId: vault.id };
const primary = new asr.ReplicationFabric("primary", { ...inVault, name: "primary", location: "West Europe" });
const recovery = new asr.ReplicationFabric("recovery", { ...inVault, name: "recovery", location: "northeurope" });
const site = new asr.ReplicationFabric("site", { ...inVault, name: "site", kind: "HyperVSite" });
const from = new asr.ProtectionContainer("from", { fabricId: primary.id, name: "from" });
const to = new asr.ProtectionContainer("to", { fabricId: recovery.id, name: "to" });
const policy = new recoveryservices.ReplicationPolicy("policy", {
  resourceGroupName: group.name, resourceName: vault.name, policyName: "policy",
  properties: { providerSpecificInput: { instanceType: "A2A", multiVmSyncStatus: "Enable", recoveryPointHistory: 1440, crashConsistentFrequencyInMinutes: 5, appConsistentFrequencyInMinutes: 240 } },
});
const automationAccountId = pulumi.interpolate\`\${group.id}/providers/Microsoft.Automation/automationAccounts/updates\`;
new asr.ProtectionContainerMapping("there", {
  containerId: from.id, name: "there", targetContainerId: to.id, policyId: policy.id,
  agentUpdate: config.getBoolean("update") ? { automationAccountId } : undefined,
});
new asr.ProtectionContainerMapping("back", {
  containerId: to.id, name: "back", targetContainerId: from.id, policyId: policy.id,
});
new asr.AlertSetting("alerts", { ...inVault, customEmailAddresses: ["dr@example.com"] });
new asr.VaultSetting("settings", { ...inVault, vmwareToAzureProviderType: "InMageRcm" });
const byHand = (actionName, ...failoverTypes) => ({
  actionName, failoverTypes, failoverDirections: ["PrimaryToRecovery"],
  customDetails: { instanceType: "ManualActionDetails", description: "Call the owner." },
});
new asr.RecoveryPlan("plan", {
  ...inVault, name: "plan", primaryFabricId: primary.id, recoveryFabricId: recovery.id,
  groups: [
    { groupType: "Boot", startGroupActions: [byHand("zeta", "TestFailover"), byHand("alpha", "UnplannedFailover", "PlannedFailover")] },
    { groupType: "Boot", endGroupActions: config.getBoolean("update") ? [byHand("last", "TestFailover")] : [] },
  ],
});
new asr.RecoveryPlan("zones", {
  ...inVault, name: "zones", primaryFabricId: primary.id, recoveryFabricId: primary.id,
  zones: { primaryZone: "1", recoveryZone: "2" }, groups: [{ groupType: "Boot" }],
});
exports.containerOfSite = site.containerIds[0];
exports.friendlyName = primary.friendlyName;
`;

describe("fabrics, containers and mappings by the plugin's folder, with the real engine", () => {
  let simulator: Simulator;
  let project: Project;

  beforeAll(async () => {
    // A purge is refused: whoever destroys has to remove gracefully.
    simulator = await startSimulator({
      faults: {
        schema: "asr-faults/1",
        faults: [
          {
            on: { method: "DELETE", path: "/replicationFabrics/" },
            fault: "error",
            status: 400,
            code: "PurgeRefused",
            message: "Somebody purges.",
            times: 1000,
          },
        ],
      },
    });
    project = await createProject({
      files: { "Pulumi.yaml": settings, "index.js": program },
      environment: { ...simulator.environment(), PATH: join(root, "simulator/azure-native/bin") },
    });
  });
  afterAll(async () => {
    await project.dispose();
    await simulator.close();
  });

  it("shows the schema that is committed", async () => {
    const schema = await project.pulumi("package", "get-schema", join(root, "provider"));
    expect(schema.stdout).toBe(await readFile(join(root, "provider/schema.json"), "utf8"));
  });

  it("previews, creates, and then finds nothing to change", async () => {
    const preview = await project.preview();
    expect(preview.code, said(preview)).toBe(0);
    expect(simulator.liveResources()).toEqual([]);
    const up = await project.up();
    expect(up.code, said(up)).toBe(0);
    const { containerOfSite, friendlyName } = await project.outputs();
    expect(containerOfSite).toMatch(/replicationFabrics\/site\/replicationProtectionContainers\/cloud_/);
    expect(friendlyName).toBe("West Europe");
    const again = await project.preview("--expect-no-changes");
    expect(again.code, said(again)).toBe(0);
    const refresh = await project.refresh("--expect-no-changes");
    expect(refresh.code, said(refresh)).toBe(0);
  });

  it("updates mapping and plan in place", async () => {
    await project.pulumi("config", "set", "update", "true");
    const up = await project.up();
    expect(up.code, said(up)).toBe(0);
    expect(said(up)).toMatch(/~ 2 updated/);
    expect(said(up)).not.toMatch(/replaced|created/);
    const refresh = await project.refresh("--expect-no-changes");
    expect(refresh.code, said(refresh)).toBe(0);
    const again = await project.preview("--expect-no-changes");
    expect(again.code, said(again)).toBe(0);
  });

  it("removes everything gracefully, children first", async () => {
    const destroy = await project.destroy();
    expect(destroy.code, said(destroy)).toBe(0);
    expect(simulator.liveResources()).toEqual([]);
  });
});

function said(ended: Ended): string {
  return `${ended.stdout}\n${ended.stderr}`;
}
