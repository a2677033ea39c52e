import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { parse } from "yaml";
import { expect } from "vitest";
import { seedSchema } from "../../../simulator/seed";
import { startSimulator, type Simulator } from "../../../simulator/server";
import { createProject, root, type Ended, type Project } from "../engine";

/** A stack of `stacks/` on the real engine, over a simulator of its own that holds the stack's seed. */
export interface StackLife extends AsyncDisposable {
  readonly simulator: Simulator;
  readonly project: Project;
  /** Live resources beyond those of the seed, as ids in lower case. */
  made(): readonly string[];
  /** Deploys with the policy pack at full strength, then finds nothing to change: by preview and by refresh. */
  deploy(): Promise<Ended>;
  /** A preview with the policy pack at full strength. */
  preview(): Promise<Ended>;
  /** The configuration as it stands, by the key without the project's name. */
  readonly settings: () => Readonly<Record<string, unknown>>;
  /** Sets stack configuration, by the key without the project's name; another namespace's whole. */
  configure(settings: Readonly<Record<string, unknown>>): Promise<void>;
  /** Destroys and expects that nothing is left but the seed. */
  destroy(): Promise<void>;
}

export interface StackLifeOptions {
  /** Configuration instead of that of `Pulumi.simulated.yaml`, by the key without the project's name. */
  readonly configuration?: Readonly<Record<string, unknown>>;
  /** Resources that are there besides those of `simulator.yaml`, in its form. */
  readonly resources?: readonly unknown[];
}

/** @param name of the folder in `stacks/`. */
export async function stackLife(name: string, options: StackLifeOptions = {}): Promise<StackLife> {
  const folder = join(root, "stacks", name);
  const there = parse(await readFile(join(folder, "simulator.yaml"), "utf8")) as {
    readonly resources?: readonly unknown[];
  };
  const resources = [...(there.resources ?? []), ...(options.resources ?? [])];
  const seed = seedSchema.parse(resources.length === 0 ? there : { ...there, resources });
  const simulator = await startSimulator({ seed, strict: true });
  const seeded = new Set(simulator.liveResources().map(({ id }) => id.toLowerCase()));
  const project = await createProject({
    existing: folder,
    environment: { ...simulator.environment(), PATH: join(root, "simulator/azure-native/bin") },
  });
  let settings =
    options.configuration ??
    withoutProject(name, await readFile(join(folder, "Pulumi.simulated.yaml"), "utf8"));
  await project.write("policies.json", await readFile(join(folder, "policies.json"), "utf8"));
  const pack = ["--policy-pack", join(root, "policy-pack"), "--policy-pack-config", "policies.json"];

  const configure = async (more: Readonly<Record<string, unknown>>): Promise<void> => {
    settings = { ...settings, ...more };
    const config = Object.fromEntries(
      Object.entries(settings).map(([key, value]) => [key.includes(":") ? key : `${name}:${key}`, value]),
    );
    await project.write("Pulumi.test.yaml", JSON.stringify({ config }));
  };
  const made = (): readonly string[] =>
    simulator
      .liveResources()
      .map(({ id }) => id.toLowerCase())
      .filter((id) => !seeded.has(id));
  await configure({});

  return {
    simulator,
    project,
    made,
    configure,
    settings: () => settings,
    preview: () => project.preview(...pack),
    deploy: async () => {
      const up = well(await project.up(...pack));
      well(await project.preview("--expect-no-changes"));
      well(await project.refresh("--expect-no-changes"));
      return up;
    },
    destroy: async () => {
      well(await project.destroy());
      expect(made()).toEqual([]);
    },
    [Symbol.asyncDispose]: async () => {
      await project.dispose();
      await simulator.close();
    },
  };
}

/** All that a command said. */
export function said({ stdout, stderr }: Ended): string {
  return `${stdout}\n${stderr}`;
}

function well(ended: Ended): Ended {
  expect(ended.code, said(ended)).toBe(0);
  return ended;
}

function withoutProject(name: string, text: string): Record<string, unknown> {
  const { config } = parse(text) as { readonly config: Readonly<Record<string, unknown>> };
  return Object.fromEntries(
    Object.entries(config).map(([key, value]) => [key.replace(`${name}:`, ""), value]),
  );
}
