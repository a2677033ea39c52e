import { mkdir, readFile, symlink, writeFile } from "node:fs/promises";
import { delimiter, join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { startSimulator, type Simulator } from "../../simulator/server";
import { createProject, root, type Ended, type Project } from "./engine";
import { generateSdk, hasGenerators, pythonWithPulumi } from "./generated-sdk";

const landingZone = `
import json, sys
import pulumi
from pulumi import automation as auto
sys.path.insert(0, sys.argv[1])
import pulumi_azure_siterecovery as asr

def program():
    zone = asr.DisasterRecoveryLandingZone("asr", file=sys.argv[2])
    vault = asr.RecoveryVault("second",
        resource_group_name=zone.resource_group_names.apply(lambda names: names["vault"]),
        location=zone.vault_location, storage_redundancy=asr.VaultRedundancy.ZONE_REDUNDANT,
        soft_delete=asr.VaultSoftDeleteArgs(state=asr.SoftDeleteState.ALWAYS_ON, retention_in_days=14))
    fabric = asr.ReplicationFabric("fabric", vault_id=vault.vault_id, name="primary", location="northeurope")
    pulumi.export("vaultName", zone.vault_name)
    pulumi.export("policyIds", zone.policy_ids)
    pulumi.export("recoverySubnetIds", zone.recovery_subnet_ids)
    pulumi.export("second", vault.vault_name)
    pulumi.export("fabric", fabric.friendly_name)

def wrong():
    asr.CacheStorage("cache", scenario="vmware-to-azure", edition="2016-12", kind="StorageV2",
        location="westeurope", account_id="not-an-id")

stack = auto.create_or_select_stack("python", "e2e", program)
try:
    auto.create_or_select_stack("wrong", "e2e", wrong).preview()
    refused = ""
except auto.CommandError as error:
    refused = str(error)
outputs = {name: output.value for name, output in stack.up().outputs.items()}
again = stack.preview(expect_no_changes=True).change_summary
stack.destroy()
print("RESULT " + json.dumps({"outputs": outputs, "again": {k.value if hasattr(k, "value") else k: v for k, v in again.items()}, "refused": refused}))
`;

const typed = `
import * as asr from "./sdk";
const zone = new asr.DisasterRecoveryLandingZone("zone", { file: "landing-zone.yaml" });
export const machines = new asr.AzureToAzureReplication("a2a", {
  vaultId: zone.vaultId, policyId: "p", sourceLocation: "westeurope", edition: asr.DocumentEdition.Current,
  machines: { web: { virtualMachineId: zone.vaultName, disks: ["d", { diskId: "e" }] } },
}).protectedItemIds;
// @ts-expect-error an output cannot decide which resources there are
new asr.AzureToAzureReplication("a2a", { vaultId: "v", policyId: "p", sourceLocation: "s", plumbingOnly: zone.vaultName });
`;

const generators = hasGenerators();
const python = generators ? pythonWithPulumi() : undefined;

// Without the Go modules of Pulumi's generators (an engine built from source brings them) no SDK can be made.
describe.skipIf(!generators)("SDKs generated from the schema", () => {
  let simulator: Simulator;
  let project: Project;

  beforeAll(async () => {
    simulator = await startSimulator();
    project = await createProject({
      files: { "landing-zone.yaml": await readFile(join(root, "landing-zone.yaml"), "utf8") },
      environment: {
        ...simulator.environment(),
        PATH: [join(root, "simulator/azure-native/bin"), join(root, "provider")].join(delimiter),
      },
    });
  });
  afterAll(async () => {
    await project.dispose();
    await simulator.close();
  });

  it("compile for TypeScript", async () => {
    const folder = join(project.scratch, "typed");
    await generateSdk("nodejs", join(folder, "sdk"));
    await symlink(join(root, "node_modules"), join(folder, "node_modules"), "junction");
    await writeFile(join(folder, "index.ts"), typed);
    const tsc = join(root, "node_modules/typescript/bin/tsc");
    const options = ["--noEmit", "--strict", "--skipLibCheck", "--types", "node", "--module", "nodenext"];
    const compiled = await project.run(process.execPath, tsc, ...options, join(folder, "index.ts"));
    expect(compiled.code, said(compiled)).toBe(0);
  });

  // ASR_PYTHON names a Python with the package pulumi where python3 has none.
  it.skipIf(python === undefined)("deploy the same landing zone from Python", async () => {
    const sdk = join(project.scratch, "python");
    // What pip writes: the SDK asks for its own version.
    const written = join(sdk, "pulumi_azure_siterecovery-0.1.0.dist-info");
    await mkdir(written, { recursive: true });
    await writeFile(
      join(written, "METADATA"),
      "Metadata-Version: 2.1\nName: pulumi_azure_siterecovery\nVersion: 0.1.0\n",
    );
    await generateSdk("python", sdk);
    await project.write("main.py", landingZone);
    const zone = join(project.directory, "landing-zone.yaml");
    const ended = await project.run(python ?? "", "main.py", sdk, zone);
    expect(ended.code, said(ended)).toBe(0);
    const line = ended.stdout.split("\n").find((each) => each.startsWith("RESULT ")) ?? "RESULT {}";
    const result = JSON.parse(line.slice("RESULT ".length)) as Record<string, unknown>;
    expect(result["outputs"]).toEqual({
      vaultName: "rsv-dr-westeurope",
      policyIds: {
        "vmware-24-hours": expect.stringMatching(/\/replicationPolicies\/vmware-24-hours$/) as string,
      },
      recoverySubnetIds: {
        app: expect.stringMatching(/\/virtualNetworks\/vnet-dr\/subnets\/app$/) as string,
        db: expect.stringMatching(/\/virtualNetworks\/vnet-dr\/subnets\/db$/) as string,
      },
      second: "rsv-second",
      fabric: "North Europe",
    });
    expect(result["again"]).toEqual({ same: expect.any(Number) as number });
    expect(result["refused"]).toMatch(
      /property accountId .*"not-an-id" is not the id of a Microsoft\.Storage/,
    );
    expect(simulator.liveResources()).toEqual([]);
  });
});

function said(ended: Ended): string {
  return `${ended.stdout}\n${ended.stderr}`;
}
