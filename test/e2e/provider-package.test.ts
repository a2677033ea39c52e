import { execFile } from "node:child_process";
import { mkdir, readdir, rename, rm, symlink } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { startSimulator, type Simulator } from "../../simulator/server";
import { createProject, root, type Ended, type Project } from "./engine";

const run = promisify(execFile);
const npmPackage = "pulumi-azure-siterecovery";

const settings = `
name: consumer
runtime: {name: nodejs, options: {typescript: false}}
main: index.js
plugins:
  providers: [{ name: azure-siterecovery, path: node_modules/pulumi-azure-siterecovery/provider }]
`;

const program = `
const resources = require("@pulumi/azure-native/resources");
const recoveryservices = require("@pulumi/azure-native/recoveryservices");
const asr = require("pulumi-azure-siterecovery/dist/provider/resources");
const group = new resources.ResourceGroup("rg", { resourceGroupName: "rg", location: "westeurope" });
const vault = new recoveryservices.Vault("vault", {
  vaultName: "vault", resourceGroupName: group.name, sku: { name: "RS0", tier: "Standard" }, properties: {},
});
const fabric = new asr.ReplicationFabric("fabric", { vaultId: vault.id, name: "primary", location: "westeurope" });
exports.fabric = fabric.friendlyName;
`;

describe("the packed npm package in an empty project", () => {
  let simulator: Simulator;
  let project: Project;

  beforeAll(async () => {
    simulator = await startSimulator();
    project = await createProject({
      files: { "Pulumi.yaml": settings, "index.js": program },
      environment: { ...simulator.environment(), PATH: join(root, "simulator/azure-native/bin") },
    });
    await install(project);
  });
  afterAll(async () => {
    await project.dispose();
    await simulator.close();
  });

  it("is a plugin by one line in Pulumi.yaml", async () => {
    const up = await project.up();
    expect(up.code, said(up)).toBe(0);
    expect(await project.outputs()).toEqual({ fabric: "West Europe" });
    const destroy = await project.destroy();
    expect(destroy.code, said(destroy)).toBe(0);
    expect(simulator.liveResources()).toEqual([]);
  });

  it("assesses without the checkout", async () => {
    const asr = join(project.directory, "node_modules", npmPackage, "dist/cli/main.js");
    const limits = await project.run(process.execPath, asr, "limits", "--help");
    expect(limits.code, said(limits)).toBe(0);
  });
});

/** Unpacks the tarball beside the checkout's dependencies: what npm would do, without a registry. */
async function install({ directory, scratch }: Project): Promise<void> {
  const modules = join(directory, "node_modules");
  await rm(modules);
  await mkdir(modules);
  for (const entry of await readdir(join(root, "node_modules"))) {
    if (entry.startsWith(".") || entry.startsWith(npmPackage)) continue;
    await symlink(join(root, "node_modules", entry), join(modules, entry), "junction");
  }
  const { stdout } = await run("npm", ["pack", "--json", "--ignore-scripts", "--pack-destination", scratch], {
    cwd: root,
    maxBuffer: 16 * 1024 * 1024,
  });
  const [packed] = JSON.parse(stdout) as readonly { readonly filename: string }[];
  await run("tar", ["-xzf", join(scratch, packed?.filename ?? ""), "-C", scratch]);
  await rename(join(scratch, "package"), join(modules, npmPackage));
}

function said(ended: Ended): string {
  return `${ended.stdout}\n${ended.stderr}`;
}
