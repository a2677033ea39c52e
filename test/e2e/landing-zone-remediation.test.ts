import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { startSimulator, type Simulator } from "../../simulator/server";
import { createProject, root, type Ended, type Project } from "./engine";

/** A cache account that its component was told to leave open, and an account beside it. */
const program = `
const { CacheStorage } = require(${JSON.stringify(join(root, "dist/components"))});
const resources = require("@pulumi/azure-native/resources");
const storage = require("@pulumi/azure-native/storage");
const group = new resources.ResourceGroup("rg", { location: "westeurope" });
const open = { resourceGroupName: group.name, location: "westeurope", kind: "StorageV2", minimumTlsVersion: "TLS1_0" };
new CacheStorage("cache", { ...open, accountName: "stcachedr", publicBlobAccess: true });
new storage.StorageAccount("website", {
  ...open, accountName: "stwebsitedr", sku: { name: "Standard_ZRS" }, allowBlobPublicAccess: true,
});
`;

const open = { minimumTlsVersion: "TLS1_0", allowBlobPublicAccess: true };
const closed = { minimumTlsVersion: "TLS1_2", allowBlobPublicAccess: false };
const asked = {
  "remediate-cache-storage-minimum-tls": "remediate",
  "remediate-cache-storage-public-access": "remediate",
};

describe("remediations, with the real engine", () => {
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

  /** Deploys under the pack, configured like this. */
  async function up(configuration: object): Promise<Ended> {
    const file = join(project.scratch, "policies.json");
    await project.write("../policies.json", JSON.stringify(configuration));
    const ended = await project.up("--policy-pack", join(root, "policy-pack"), "--policy-pack-config", file);
    expect(ended.code, said(ended)).toBe(0);
    return ended;
  }

  /** The account as the service has it, in the state's outputs. */
  async function account(name: string): Promise<unknown> {
    const found = (await project.resources()).find(({ urn }) => urn.endsWith(`:StorageAccount::${name}`));
    return found?.outputs;
  }

  it("change nothing that nobody asked for", async () => {
    const ended = await up({ all: "mandatory", settings: { scope: "replication" } });
    expect(remediations(ended)).toEqual({});
    expect(await account("cache-account")).toMatchObject(open);
    expect(await account("website")).toMatchObject(open);
  });

  it("close the account of the component, and say so", async () => {
    const ended = await up(asked);
    expect(remediations(ended)).toEqual({
      "remediate-cache-storage-minimum-tls": 1,
      "remediate-cache-storage-public-access": 1,
    });
    expect(await account("cache-account")).toMatchObject(closed);
    expect(await account("website")).toMatchObject(open);
  });

  it("close every account where the whole stack is asked for, and put the listed SKU", async () => {
    const ended = await up({
      ...asked,
      "remediate-cache-storage-sku": "remediate",
      settings: { scope: "everything", edition: "current", scenario: "hyperv-to-azure" },
    });
    expect(remediations(ended)).toEqual({
      "remediate-cache-storage-minimum-tls": 2,
      "remediate-cache-storage-public-access": 2,
      "remediate-cache-storage-sku": 1,
    });
    expect(await account("website")).toMatchObject({ ...closed, sku: { name: "Standard_LRS" } });
  });
});

/** The engine's summary: how many resources each policy changed. */
function remediations(ended: Ended): Readonly<Record<string, number>> {
  const lines = said(ended).matchAll(/\[remediate\]\s+(\S+)\s+\((\d+) resources?\)/g);
  return Object.fromEntries<number>([...lines].map(([, policy, count]) => [policy ?? "", Number(count)]));
}

function said(ended: Ended): string {
  return ended.stdout + ended.stderr;
}
