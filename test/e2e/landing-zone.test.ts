import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { startSimulator, type Simulator } from "../../simulator/server";
import { createProject, root, type Ended, type Project } from "./engine";

describe("the landing-zone stack, with the real engine and the policy pack", () => {
  let simulator: Simulator;
  let project: Project;
  const pack = ["--policy-pack", join(root, "policy-pack")] as const;

  beforeAll(async () => {
    simulator = await startSimulator();
    project = await createProject({
      existing: root,
      files: { "landing-zone.yaml": await readFile(join(root, "landing-zone.yaml"), "utf8") },
      environment: { ...simulator.environment(), PATH: join(root, "simulator/azure-native/bin") },
    });
  });
  afterAll(async () => {
    await project.dispose();
    await simulator.close();
  });

  it("previews without creating anything and without a violation", async () => {
    const preview = await project.preview(...pack);
    expect(preview.code, said(preview)).toBe(0);
    expect(said(preview)).toContain("azure-siterecovery");
    expect(said(preview)).not.toMatch(/mandatory/i);
    expect(simulator.liveResources()).toEqual([]);
  });

  it("deploys, and tells what it made", async () => {
    const up = await project.up(...pack);
    expect(up.code, said(up)).toBe(0);
    const outputs = await project.outputs();
    expect(outputs).toMatchObject({
      edition: "current",
      scenario: "vmware-to-azure",
      experience: "modernized",
      vaultName: "rsv-dr-westeurope",
      vaultLocation: "westeurope",
      resourceGroupNames: { vault: "rg-dr-vault", network: "rg-dr-network", storage: "rg-dr-vault" },
    });
    expect(outputs.vaultPrincipalId).toMatch(/^[0-9a-f-]{36}$/);
    expect(outputs.recoveryNetworkId).toMatch(/\/virtualNetworks\/vnet-dr$/);
    expect(outputs.testFailoverNetworkId).toMatch(/\/virtualNetworks\/vnet-dr-test$/);
    expect(Object.keys(outputs.policyIds as object)).toEqual(["vmware-24-hours"]);
    expect(Object.keys(outputs.recoverySubnetIds as object)).toEqual(["app", "db"]);
  });

  it("finds nothing to change, neither in the program nor in Azure", async () => {
    const preview = await project.preview("--expect-no-changes", ...pack);
    expect(preview.code, said(preview)).toBe(0);
    const refresh = await project.refresh("--expect-no-changes");
    expect(refresh.code, said(refresh)).toBe(0);
    const again = await project.preview("--expect-no-changes");
    expect(again.code, said(again)).toBe(0);
  });

  it("is judged as it stands, without its program", async () => {
    const analyze = (...more: readonly string[]) =>
      project.pulumi("policy", "analyze", "--stack", "test", "--json", ...pack, ...more);
    const fine = await analyze();
    expect(fine.code, said(fine)).toBe(0);
    await project.write(
      "policies.json",
      JSON.stringify({ settings: { edition: "2019-05", experience: "classic" } }),
    );
    const found = await analyze("--policy-pack-config", join(project.directory, "policies.json"));
    expect(found.code, said(found)).not.toBe(0);
    expect(said(found)).toContain("kind StorageV2");
  });

  it("destroys everything", async () => {
    const destroyed = await project.destroy();
    expect(destroyed.code, said(destroyed)).toBe(0);
    expect(simulator.liveResources()).toEqual([]);
  });
});

function said(ended: Ended): string {
  return ended.stdout + ended.stderr;
}
