import { readFile } from "node:fs/promises";
import { delimiter, join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { startSimulator, type Simulator } from "../../simulator/server";
import { createProject, root, type Ended, type Project } from "./engine";
import { languageHostFolder } from "./language-hosts";

const program = `
name: reuse
runtime: yaml
plugins:
  providers: [{ name: azure-siterecovery, path: ${join(root, "provider")} }]
resources:
  zone:
    type: azure-siterecovery:DisasterRecoveryLandingZone
    properties:
      file: landing-zone.yaml
      lock: true
  vault:
    type: azure-siterecovery:RecoveryVault
    properties:
      resourceGroupName: \${zone.resourceGroupNames["vault"]}
      location: \${zone.vaultLocation}
      vaultName: rsv-second
      tags: { owner: yaml }
  fabric:
    type: azure-siterecovery:ReplicationFabric
    properties: { vaultId: "\${vault.vaultId}", name: primary, location: northeurope }
outputs:
  vaultName: \${zone.vaultName}
  recoverySubnetIds: \${zone.recoverySubnetIds}
  policyIds: \${zone.policyIds}
  fabric: \${fabric.friendlyName}
`;

const yamlHost = languageHostFolder("yaml");

/** No language host, no programs in YAML: `pulumi` as it is installed brings one. */
describe.skipIf(yamlHost === undefined)("a program in YAML", () => {
  let simulator: Simulator;
  let project: Project;

  beforeAll(async () => {
    simulator = await startSimulator();
    project = await createProject({
      files: {
        "Pulumi.yaml": program,
        "landing-zone.yaml": await readFile(join(root, "landing-zone.yaml"), "utf8"),
      },
      environment: {
        ...simulator.environment(),
        PATH: [join(root, "simulator/azure-native/bin"), yamlHost ?? ""].join(delimiter),
      },
    });
  });
  afterAll(async () => {
    await project.dispose();
    await simulator.close();
  });

  it("is told property by property what it may not say, before anything is made", async () => {
    const wrong = program
      .replace("${zone.vaultLocation}", "westeurope")
      .replace('${zone.resourceGroupNames["vault"]}', "rg")
      .replace("tags: { owner: yaml }", "scenario: vmware-to-azure\n      vaultId: not-an-id")
      .replace("file: landing-zone.yaml", "document: { schema: asr-landing-zone/1, region: 7 }");
    await project.write("Pulumi.yaml", wrong);
    const preview = await project.preview();
    expect(preview.code).not.toBe(0);
    expect(preview.stdout).toMatch(/property document\.scenario has a problem: The key is missing/);
    expect(preview.stdout).toMatch(
      /property vaultId .*has a problem: "not-an-id" is not the id of a Microsoft/,
    );
    expect(preview.stdout).toMatch(/property vaultName .*has a problem: It belongs to a new resource/);
    expect(simulator.liveResources()).toEqual([]);
    await project.write("Pulumi.yaml", program);
  });

  it("deploys a landing zone, a component and a resource", async () => {
    const preview = await project.preview();
    expect(preview.code, said(preview)).toBe(0);
    const up = await project.up();
    expect(up.code, said(up)).toBe(0);
    const outputs = await project.outputs();
    expect(outputs).toMatchObject({ vaultName: "rsv-dr-westeurope", fabric: "North Europe" });
    expect(Object.keys(outputs["recoverySubnetIds"] as object)).toEqual(["app", "db"]);
    expect(Object.keys(outputs["policyIds"] as object)).toEqual(["vmware-24-hours"]);
  });

  it("finds nothing to change afterwards", async () => {
    const preview = await project.preview("--expect-no-changes");
    expect(preview.code, said(preview)).toBe(0);
  });

  it("destroys everything", async () => {
    const destroy = await project.destroy();
    expect(destroy.code, said(destroy)).toBe(0);
    expect(simulator.liveResources()).toEqual([]);
  });
});

function said(ended: Ended): string {
  return `${ended.stdout}\n${ended.stderr}`;
}
