import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { expect } from "vitest";
import { parse } from "yaml";
import { seedSchema } from "../../../simulator/seed";
import { root } from "../engine";
import { said, type StackLife } from "./stack-life";

/**
 * What lies between the two phases of a stack of `stacks/`: servers register as its `registered.yaml` says, and the
 * configuration becomes that of its `Pulumi.registered.yaml`.
 */
export async function register(life: StackLife, stack: string): Promise<void> {
  const read = async (file: string): Promise<unknown> =>
    parse(await readFile(join(root, "stacks", stack, file), "utf8"));
  life.simulator.register(seedSchema.parse(await read("registered.yaml")));
  const { config } = (await read("Pulumi.registered.yaml")) as {
    readonly config: Readonly<Record<string, unknown>>;
  };
  await life.configure(
    Object.fromEntries(
      Object.entries(config).map(([key, value]) => [key.slice(key.indexOf(":") + 1), value]),
    ),
  );
}

/**
 * The end of a stack whose servers have registered: the first destruction leaves fabric and vault, which go once the
 * servers are unregistered.
 */
export async function destroyRegistered(life: StackLife): Promise<void> {
  const refused = await life.project.destroy();
  expect(refused.code, said(refused)).not.toBe(0);
  expect(said(refused)).toMatch(/stays in the vault[\s\S]*unregistered/);
  for (const id of life.made().filter((made) => /\/replicationfabrics\/[^/]+$/.test(made))) {
    life.simulator.unregister(id);
  }
  await life.destroy();
}
