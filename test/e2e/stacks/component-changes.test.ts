import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { parse } from "yaml";
import { seedSchema } from "../../../simulator/seed";
import { startSimulator, type Simulator } from "../../../simulator/server";
import { createProject, root, type Ended, type Project } from "../engine";

const folder = join(root, "stacks/existing-everything");
const compute =
  "/subscriptions/22222222-2222-4222-8222-222222222222/resourceGroups/rg-source/providers/Microsoft.Compute";

/** Machines of the program, which is called by its component's name. */
function program(name: string, machines: readonly string[], settings: unknown, options = "{}"): string {
  const args = {
    ...(settings as object),
    machines: Object.fromEntries(
      machines.map((machine) => [
        machine,
        {
          virtualMachineId: `${compute}/virtualMachines/${machine}`,
          disks: [`${compute}/disks/${machine}-os`],
        },
      ]),
    ),
  };
  return [
    `const { AzureToAzureReplication } = require(${JSON.stringify(join(root, "dist/components/index.js"))});`,
    `new AzureToAzureReplication(${JSON.stringify(name)}, ${JSON.stringify(args)}, ${options});`,
  ].join("\n");
}

describe("a component whose program changes", () => {
  let simulator: Simulator;
  let project: Project;
  let settings: unknown;

  beforeAll(async () => {
    const seed = seedSchema.parse(parse(await readFile(join(folder, "simulator.yaml"), "utf8")));
    const [first] = seed.azureVirtualMachines ?? [];
    const second = first && { ...first, name: "web2", disks: [{ name: "web2-os", sizeGiB: 64 }] };
    simulator = await startSimulator({
      strict: true,
      seed: {
        ...seed,
        azureVirtualMachines: [first, second].filter((machine) => machine !== undefined),
      },
    });
    const { config } = parse(await readFile(join(folder, "Pulumi.simulated.yaml"), "utf8")) as {
      readonly config: Readonly<Record<string, unknown>>;
    };
    const of = (key: string) => config[`existing-everything:${key}`];
    settings = {
      sourceLocation: of("sourceRegion"),
      recoveryLocation: of("recoveryRegion"),
      ...Object.fromEntries(
        ["vaultId", "policyId", "source", "recovery", "recoveryResourceGroupId", "cacheStorageAccountId"].map(
          (key) => [key, of(key)],
        ),
      ),
    };
    project = await createProject({
      files: {
        "Pulumi.yaml": [
          "name: e2e",
          "runtime: { name: nodejs, options: { typescript: false } }",
          "main: index.js",
          `plugins: { providers: [{ name: azure-siterecovery, path: ${join(root, "provider")} }] }`,
        ].join("\n"),
        "index.js": program("old", ["web1"], settings),
      },
      environment: { ...simulator.environment(), PATH: join(root, "simulator/azure-native/bin") },
    });
    const up = await project.up();
    expect(up.code, said(up)).toBe(0);
  });
  afterAll(async () => {
    await project.dispose();
    await simulator.close();
  });

  it("creates one resource for a machine more", async () => {
    await project.write("index.js", program("old", ["web1", "web2"], settings));
    expect(await touched()).toEqual(["create ReplicatedMachine"]);
  });

  it("touches nothing when the component is renamed with an alias", async () => {
    await project.write("index.js", program("new", ["web1"], settings, '{ aliases: [{ name: "old" }] }'));
    expect(await touched()).toEqual([]);
  });

  it("would replace everything without the alias", async () => {
    await project.write("index.js", program("new", ["web1"], settings));
    expect(await touched()).toContain("delete ReplicatedMachine");
  });

  /** What a preview would do, as the engine's plan says it. */
  async function touched(): Promise<readonly string[]> {
    const preview = await project.preview("--json");
    expect(preview.code, said(preview)).toBe(0);
    const { steps } = JSON.parse(preview.stdout) as {
      readonly steps: readonly { readonly op: string; readonly urn: string }[];
    };
    return steps
      .filter(({ op }) => op !== "same" && op !== "read")
      .map(({ op, urn }) => `${op} ${urn.split("::").at(-2)?.split(":").at(-1) ?? urn}`);
  }
});

function said({ stdout, stderr }: Ended): string {
  return `${stdout}\n${stderr}`;
}
