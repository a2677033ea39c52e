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
const pulumi = require("@pulumi/pulumi");
const resources = require("@pulumi/azure-native/resources");
const { RecoveryVault, VaultRedundancy } = require("pulumi-azure-siterecovery");
const { ReplicationFabric } = require("pulumi-azure-siterecovery/resources");
const group = new resources.ResourceGroup("rg", { resourceGroupName: "rg", location: "westeurope" });
const where = { resourceGroupName: group.name, location: group.location };
const vault = new RecoveryVault("own", { ...where, vaultName: "vault", storageRedundancy: VaultRedundancy.ZoneRedundant });
const fabric = new ReplicationFabric("fabric", { vaultId: vault.vaultId, name: "primary", location: "westeurope" });
class Remote extends pulumi.ComponentResource {
  constructor(name, args) {
    super("azure-siterecovery:index:RecoveryVault", name, { vaultName: undefined, ...args }, {}, true);
  }
}
exports.vault = vault.vaultName;
exports.fabric = fabric.friendlyName;
exports.remote = new Remote("remote", where).vaultName;
`;

/** A TypeScript user's: one mistake the compiler has to find. */
const typed = `
import { output } from "@pulumi/pulumi";
import { DisasterRecoveryLandingZone, RecoveryVault, type RecoveryVaultArgs } from "pulumi-azure-siterecovery";
import { ReplicationFabric } from "pulumi-azure-siterecovery/resources";
const args: RecoveryVaultArgs = { resourceGroupName: output("rg"), location: "westeurope" };
const vault = new RecoveryVault("vault", args);
new ReplicationFabric("fabric", { vaultId: vault.vaultId, name: "primary" });
export const { vaultId } = new DisasterRecoveryLandingZone("zone", { file: "landing-zone.yaml" });
// @ts-expect-error a switch is no text
new RecoveryVault("wrong", { createUserAssignedIdentity: "yes" });
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

  it("brings components, resources, a policy pack, and a plugin by one line in Pulumi.yaml", async () => {
    const up = await project.up("--policy-pack", join("node_modules", npmPackage, "policy-pack"));
    expect(up.code, said(up)).toBe(0);
    expect(said(up)).toContain("Policies:");
    expect(await project.outputs()).toEqual({ vault: "vault", fabric: "West Europe", remote: "rsv-remote" });
    const destroy = await project.destroy();
    expect(destroy.code, said(destroy)).toBe(0);
    expect(simulator.liveResources()).toEqual([]);
  });

  it.each([
    ["as Node does", ["--module", "nodenext"]],
    [
      "as older projects do",
      ["--module", "commonjs", "--moduleResolution", "node10", "--ignoreDeprecations", "6.0"],
    ],
  ])("has types that are found %s", async (_way, options) => {
    await project.write("typed.ts", typed);
    const tsc = join(root, "node_modules/typescript/bin/tsc");
    const strict = ["--noEmit", "--strict", "--skipLibCheck", "--types", "node", "--target", "es2022"];
    const compiled = await project.run(process.execPath, tsc, ...strict, ...options, "typed.ts");
    expect(compiled.code, said(compiled)).toBe(0);
  });

  it("assesses without the checkout", async () => {
    const asr = join(project.directory, "node_modules", npmPackage, "dist/cli/main.js");
    const schema = await project.run(process.execPath, asr, "schema", "landing-zone");
    expect(schema.code, said(schema)).toBe(0);
    expect(JSON.parse(schema.stdout)).toHaveProperty("properties");
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
