import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { startSimulator, type Simulator } from "../../simulator/server";
import { createProject, root, type Ended, type Project } from "./engine";

/**
 * A Hyper-V site before its hosts have registered, with everything that is optional around it: its registration key, a
 * private cache account, a workbook, and locks over vault and account.
 */
const program = `
const resources = require("@pulumi/azure-native/resources");
const asr = require(${JSON.stringify(join(root, "dist/components/index.js"))});
const config = new (require("@pulumi/pulumi").Config)();
const scenario = "hyperv-to-azure";
const group = new resources.ResourceGroup("dr", { resourceGroupName: "rg-dr", location: "westeurope" });
const placed = { scenario, resourceGroupName: group.name, location: "westeurope" };
const network = new asr.RecoveryNetwork("dr", {
  ...placed,
  recovery: { addressSpaces: ["10.70.0.0/16"], subnets: [{ name: "endpoints", addressPrefix: "10.70.9.0/27" }] },
});
const cache = new asr.CacheStorage("dr", {
  ...placed,
  firewall: {},
  privateEndpoints: [{
    subnetId: network.recoveryNetworkId.apply((id) => id + "/subnets/endpoints"),
    newPrivateDnsZone: { virtualNetworkIds: [network.recoveryNetworkId] },
  }],
});
const vault = new asr.RecoveryVault("dr", { ...placed, cacheAccess: [{ storageAccountId: cache.accountId }] });
const policies = new asr.ReplicationPolicies("dr", {
  scenario, resourceGroupName: group.name, vaultName: vault.vaultName,
  policies: { gold: {}, ...(config.getBoolean("silver") === false ? {} : { silver: {} }) },
}, { dependsOn: vault });
const site = new asr.HypervSiteReplication("dr", {
  vaultId: vault.vaultId, policyId: policies.policyIds.apply((ids) => ids.gold), siteName: "berlin",
}, { dependsOn: vault });
const monitoring = new asr.RecoveryMonitoring("dr", {
  vaultId: vault.vaultId, workspaceId: vault.workspaceId, resourceGroupName: group.name, location: "westeurope", workbook: {},
});
new asr.RecoveryLock("dr", { vaultId: vault.vaultId, storageAccountIds: [cache.accountId] }, {
  dependsOn: [vault, cache, policies, site, monitoring],
});
exports.registrationKey = site.registrationKey;
exports.registrationInstructions = site.registrationInstructions;
`;

describe("a vault under a lock", () => {
  let simulator: Simulator;
  let project: Project;

  beforeAll(async () => {
    simulator = await startSimulator({ strict: true });
    project = await createProject({
      files: {
        "Pulumi.yaml": [
          "name: e2e",
          "runtime: { name: nodejs, options: { typescript: false } }",
          "main: index.js",
          `plugins: { providers: [{ name: azure-siterecovery, path: ${join(root, "provider")} }] }`,
        ].join("\n"),
        "index.js": program,
      },
      environment: { ...simulator.environment(), PATH: join(root, "simulator/azure-native/bin") },
    });
  });
  afterAll(async () => {
    await project.dispose();
    await simulator.close();
  });

  const live = (pattern: RegExp) => simulator.liveResources().filter(({ id }) => pattern.test(id));

  it("is deployed, its lock last, and stays as it is", async () => {
    well(await project.up());
    expect(live(/\/locks\//)).toHaveLength(2);
    expect(live(/\/workbooks\//i)).toHaveLength(1);
    expect(live(/\/privateEndpoints\/pe-dr-blob$/i)).toHaveLength(1);
    well(await project.preview("--expect-no-changes"));
    well(await project.refresh("--expect-no-changes"));
  });

  it("hands the registration key over as a secret alone", async () => {
    const { registrationKey, registrationInstructions } = await project.outputs();
    expect(registrationKey).toMatch(/<RSVaultAsrCreds[^]*<SiteName>berlin<\/SiteName>/);
    expect((registrationInstructions as readonly string[])[0]).toContain("registrationKey");
    const certificate = /<ManagementCert>(.+)<\/ManagementCert>/.exec(registrationKey as string)?.[1] ?? "";
    expect(certificate.length).toBeGreaterThan(20);
    const shown = await project.pulumi("stack", "output", "--stack", "test");
    expect(shown.stdout).toContain("[secret]");
    const folder = join(project.scratch, "state");
    const files = (await readdir(folder, { recursive: true, withFileTypes: true })).filter((each) =>
      each.isFile(),
    );
    const texts = await Promise.all(files.map((file) => readFile(join(file.parentPath, file.name), "utf8")));
    expect(texts.join("")).toContain("VaultRegistrationKey");
    for (const text of [...texts, shown.stdout]) expect(text.includes(certificate)).toBe(false);
  });

  it("lets nothing inside be deleted", async () => {
    await project.pulumi("config", "set", "silver", "false", "--stack", "test");
    const refused = await project.up();
    expect(refused.code).not.toBe(0);
    expect(said(refused)).toContain("ScopeLocked");
    expect(live(/\/replicationPolicies\/[^/]*silver$/i)).toHaveLength(1);
  });

  it("is destroyed as a whole, its lock first", async () => {
    well(await project.destroy());
    expect(simulator.liveResources()).toEqual([]);
  });
});

function said({ stdout, stderr }: Ended): string {
  return `${stdout}\n${stderr}`;
}

function well(ended: Ended): void {
  expect(ended.code, said(ended)).toBe(0);
}
