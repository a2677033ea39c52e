import { existsSync, readFileSync } from "node:fs";
import { readFile, symlink } from "node:fs/promises";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import type { Log, Result } from "sarif";
import { afterEach, describe, expect, it } from "vitest";
import { startSimulator, type Simulator } from "../../simulator/server";
import {
  azureJobs,
  exampleText,
  gitHubJobs,
  root,
  type Job,
  type Known,
  type Step,
} from "../docs/ci-examples";
import { expectValidSarif } from "../reports/sarif-schema";
import { createProject, type Ended, type Project } from "./engine";

/**
 * What the steps of a service's job do here: its scripts run as the service's shell would run them, in a
 * repository of a user; installing, building and what the service itself does are left out.
 */
interface Service {
  readonly shell: readonly string[];
  jobs(known: Known): readonly Job[];
}

const services: Readonly<Record<string, Service>> = {
  // The shell of a step that names none: no pipefail.
  "GitHub Actions": { shell: ["bash", "-e"], jobs: gitHubJobs },
  "Azure Pipelines": { shell: ["bash", "--noprofile", "--norc"], jobs: azureJobs },
};

/** Done by `npm test` before this. */
const alreadyDone = /^(npm ci|npm run build)$|get\.pulumi\.com/;

/** A vault whose identity writes to a replication account of this name and kind. */
const program = (name: string, kind: string): string => `
const authorization = require("@pulumi/azure-native/authorization");
const recoveryservices = require("@pulumi/azure-native/recoveryservices");
const resources = require("@pulumi/azure-native/resources");
const storage = require("@pulumi/azure-native/storage");
const group = new resources.ResourceGroup("rg", { location: "westeurope" });
const inGroup = { resourceGroupName: group.name, location: "westeurope" };
const vault = new recoveryservices.Vault("vault", {
  ...inGroup, sku: { name: "RS0", tier: "Standard" }, identity: { type: "SystemAssigned" }, properties: {},
});
new recoveryservices.ReplicationPolicy("policy", {
  resourceGroupName: group.name,
  resourceName: vault.name,
  properties: { providerSpecificInput: {
    instanceType: "InMageRcm", enableMultiVmSync: "True", recoveryPointHistoryInMinutes: 1440,
    appConsistentFrequencyInMinutes: 240, crashConsistentFrequencyInMinutes: 5,
  } },
});
const account = new storage.StorageAccount(${JSON.stringify(name)}, {
  ...inGroup, accountName: "stdr0", kind: ${JSON.stringify(kind)}, sku: { name: "Standard_LRS" }, accessTier: "Hot",
});
new authorization.RoleAssignment("vault-writes", {
  scope: account.id,
  principalId: vault.identity.apply((identity) => identity.principalId),
  principalType: "ServicePrincipal",
  roleDefinitionId: "/providers/Microsoft.Authorization/roleDefinitions/ba92f5b4-2d11-453d-a403-e96b0029c9fe",
});
`;

/** The examples' waivers have a date, as waivers should; the tests outlive it. */
function stillHolding(text: string): string {
  const nextYear = new Date(Date.now() + 365 * 24 * 3600 * 1000).toISOString().slice(0, "2000-01-01".length);
  return text.replaceAll(/\b\d{4}-\d{2}-\d{2}\b/g, nextYear);
}

/** The inventory of one machine. */
const inventory = (name: string, osDiskGiB: number): string =>
  JSON.stringify({
    schema: "asr-estate/1",
    scenario: "vmware-to-azure",
    target: { region: "westeurope", vaultRegion: "westeurope" },
    machines: [
      {
        name,
        kind: "vmware-vm",
        os: { family: "windows", name: "Windows Server", version: "2019", architecture: "x64" },
        firmware: "bios",
        disks: [{ name: "Hard disk 1", sizeGiB: osDiskGiB, os: true }],
      },
    ],
  });

/** How a step ended; absent where its condition did not hold. */
interface StepEnd extends Ended {
  readonly name: string;
}

interface JobEnd {
  /** Steps that were run here, by name. */
  readonly ran: readonly StepEnd[];
  /** The step that the service would mark as failed. */
  readonly failed: readonly string[];
}

describe.each(Object.entries(services))("the example for %s", (_name, service) => {
  let simulator: Simulator | undefined;
  let project: Project | undefined;
  afterEach(async () => {
    await project?.dispose();
    await simulator?.close();
    project = simulator = undefined;
  });

  /** A repository as the examples want it: this project's files, the user's program, inventory and settings. */
  async function repository(files: Readonly<Record<string, string>>): Promise<Project> {
    simulator = await startSimulator();
    project = await createProject({
      files: {
        "package.json": readFileSync(join(root, "package.json"), "utf8"),
        "waivers.yaml": stillHolding(exampleText("waivers.yaml")),
        "policies.json": stillHolding(exampleText("policies.json")),
        "index.js": program("cache", "StorageV2"),
        "inventory/estate.json": inventory("web01", 127),
        ...files,
      },
      environment: { ...simulator.environment(), PATH: join(root, "simulator/azure-native/bin") },
    });
    for (const folder of ["dist", "policy-pack"]) {
      await symlink(join(root, folder), join(project.directory, folder), "junction");
    }
    return project;
  }

  async function runJob(id: string, where: Project): Promise<JobEnd> {
    const out = join(where.scratch, "out");
    const known: Readonly<Record<string, string>> = {
      "github.token": "token",
      "vars.PULUMI_STACK": "test",
      "vars.PULUMI_BACKEND_URL": `file://${join(where.scratch, "state")}`,
      "secrets.PULUMI_CONFIG_PASSPHRASE": "test",
      pulumiStack: "test",
      pulumiBackendUrl: `file://${join(where.scratch, "state")}`,
      pulumiPassphrase: "test",
      "Build.ArtifactStagingDirectory": out,
      "Agent.TempDirectory": out,
    };
    const subscription = simulator?.subscriptionId ?? "";
    const job = service
      .jobs((name) => known[name] ?? (/azure/i.test(name) ? subscription : undefined))
      .find((candidate) => candidate.id === id);
    if (job === undefined) throw new Error(`no job ${id}`);
    await where.write("../out/summary.md", "");
    const ran: StepEnd[] = [];
    const failed: string[] = [];
    for (const step of job.steps) {
      if (failed.length > 0 && !step.always) continue;
      if (step.needsFile !== undefined && !existsSync(join(where.directory, step.needsFile))) continue;
      if (step.script === undefined || alreadyDone.test(step.script.trim())) continue;
      const ended = { name: step.name, ...(await runScript(step, step.script, where)) };
      ran.push(ended);
      if (ended.code !== 0) failed.push(step.name);
    }
    return { ran, failed };
  }

  async function runScript(step: Step, script: string, where: Project): Promise<Ended> {
    await where.write("../out/step.sh", script);
    // The simulator's sign-in is kept: no service is here to give a token.
    const environment = Object.entries(step.environment).filter(([name]) => !name.startsWith("ARM_"));
    return where.run(
      "env",
      ...environment.map(([name, value]) => `${name}=${value}`),
      `GITHUB_STEP_SUMMARY=${join(where.scratch, "out/summary.md")}`,
      ...["idToken=", "servicePrincipalId=client", "tenantId=tenant"],
      ...service.shell,
      join(where.scratch, "out/step.sh"),
    );
  }

  /** What the job leaves, wherever the service wants it. */
  async function left(where: Project, file: string): Promise<string> {
    const path = [where.directory, join(where.scratch, "out"), join(where.scratch, "out/CodeAnalysisLogs")]
      .map((folder) => join(folder, file))
      .find((candidate) => existsSync(candidate));
    if (path === undefined) throw new Error(`no ${file}`);
    return readFile(path, "utf8");
  }

  async function summaryOf(where: Project, azureFile: string): Promise<string> {
    return service.jobs === gitHubJobs ? left(where, "summary.md") : left(where, azureFile);
  }

  describe("judging an inventory", () => {
    const judge = "Judge every machine";

    it("passes a machine whose finding is waived, which stays visible", async () => {
      const where = await repository({ "inventory/estate.json": inventory("db01", 5000) });
      const { ran, failed } = await runJob("inventory", where);
      expect(failed, said(ran)).toEqual([]);
      expect(ran.map(({ name }) => name)).toEqual([judge, "Summary"]);
      expect(await summaryOf(where, "assessment.md")).toContain("os-disk-max-size");
    });

    it("stops at a machine that is not ready, and reports it all the same", async () => {
      const where = await repository({ "inventory/estate.json": inventory("app01", 5000) });
      const { ran, failed } = await runJob("inventory", where);
      expect(failed, said(ran)).toEqual([judge]);
      expect(ran.map(({ name, code }) => [name, code])).toEqual([
        [judge, 1],
        ["Summary", 0],
      ]);
      const summary = await summaryOf(where, "assessment.md");
      expect(summary).toContain("os-disk-max-size");
      expect(summary).toContain("app01");
      if (service.jobs === gitHubJobs) {
        const results = expectFitForCodeScanning(await left(where, "assessment.sarif"), where);
        expect(results.map(({ level }) => level)).toContain("error");
      } else {
        expect(await left(where, "assessment.xml")).toMatch(/<failure[^>]*ASR-0001/);
      }
    });

    it("fails with exit code 2 where there is no inventory to judge", async () => {
      const where = await repository({ "inventory/estate.json": "not an inventory" });
      const { ran, failed } = await runJob("inventory", where);
      expect(failed[0]).toBe(judge);
      expect(ran[0]).toMatchObject({ name: judge, code: 2, stdout: "" });
      expect(ran[0]?.stderr).toContain("estate.json");
    });
  });

  describe("previewing with the policy pack", () => {
    const preview = "Preview with the policy pack";

    it("passes a program whose violation is waived, which stays visible", async () => {
      const where = await repository({ "index.js": program("cache-account", "BlobStorage") });
      const { ran, failed } = await runJob("policies", where);
      expect(failed, said(ran)).toEqual([]);
      expect(ran.map(({ name }) => name)).toEqual([preview, "Reports"]);
      const results = expectFitForCodeScanning(await left(where, "policies.sarif"), where);
      expect(results.map(({ level }) => level)).not.toContain("error");
      expect(results.map(({ ruleId }) => ruleId)).toContain("ASR-0002");
      expect(await left(where, "policies.xml")).not.toContain("<failure");
      const summary = await summaryOf(where, "policies.md");
      expect(summary).toContain("replication-storage-kind");
      expect(summary).not.toContain("covers nothing");
    });

    it("stops at a mandatory violation, and reports it all the same", async () => {
      const where = await repository({ "index.js": program("replica", "BlobStorage") });
      const { ran, failed } = await runJob("policies", where);
      expect(failed, said(ran)).toEqual([preview]);
      expect(ran.map(({ name }) => name)).toEqual([preview, "Reports"]);
      const results = expectFitForCodeScanning(await left(where, "policies.sarif"), where);
      expect(results.filter(({ level }) => level === "error").map(({ ruleId }) => ruleId)).toEqual([
        "ASR-0002",
      ]);
      expect(await left(where, "policies.xml")).toMatch(/<failure type="ASR-0002"/);
      expect(await summaryOf(where, "policies.md")).toContain("## Mandatory");
    });

    it("does not take a program that breaks off for one without violations", async () => {
      const where = await repository({ "index.js": 'throw new Error("no such subscription");' });
      const { ran, failed } = await runJob("policies", where);
      expect(failed[0], said(ran)).toBe(preview);
      const summary = await summaryOf(where, "policies.md").catch(() => "");
      expect(summary === "" || summary.includes("The run itself did not succeed"), summary).toBe(true);
    });
  });
});

/** The caps of code scanning: more is rejected, or lost without a word. */
const caps = {
  runs: 20,
  results: 25_000,
  rules: 25_000,
  locations: 1000,
  tags: 20,
  gzippedBytes: 10 * 2 ** 20,
};

function expectFitForCodeScanning(text: string, where: Project): readonly Result[] {
  const log = JSON.parse(text) as Log;
  expectValidSarif(log);
  expect(log.version).toBe("2.1.0");
  expect(log.runs.length).toBeLessThanOrEqual(caps.runs);
  expect(gzipSync(text).length).toBeLessThan(caps.gzippedBytes);
  for (const run of log.runs) {
    const { rules = [] } = run.tool.driver;
    expect(rules.length).toBeLessThanOrEqual(caps.rules);
    for (const rule of rules) {
      expect(rule.properties?.tags?.length ?? 0).toBeLessThanOrEqual(caps.tags);
      for (const field of ["shortDescription", "fullDescription", "help"] as const) {
        expect(rule[field]?.text, `${field} of ${rule.id}`).toBeTruthy();
      }
    }
    expect(run.results?.length ?? 0).toBeLessThanOrEqual(caps.results);
    for (const { locations = [], partialFingerprints, ruleId } of run.results ?? []) {
      expect(rules.map(({ id }) => id)).toContain(ruleId);
      expect(partialFingerprints).toBeDefined();
      expect(locations.length).toBeGreaterThan(0);
      expect(locations.length).toBeLessThanOrEqual(caps.locations);
      for (const { physicalLocation } of locations) {
        const { uri = "" } = physicalLocation?.artifactLocation ?? {};
        // A place that is not in the repository shows no alert.
        expect(existsSync(join(where.directory, decodeURIComponent(uri))), uri).toBe(true);
      }
    }
  }
  return log.runs.flatMap(({ results = [] }) => results);
}

function said(ran: readonly StepEnd[]): string {
  return ran.map(({ name, code, stdout, stderr }) => `${name}: ${code}\n${stdout}${stderr}`).join("\n");
}
