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
 * The end of a stack whose servers have registered, as its README has it: the configuration becomes that of the first
 * phase again, which ends replication; then the servers unregister; then everything is destroyed. What was discovered
 * stays.
 */
export async function unregisterAndDestroy(life: StackLife, stack: string): Promise<void> {
  const first = parse(await readFile(join(root, "stacks", stack, "Pulumi.simulated.yaml"), "utf8")) as {
    readonly config: Readonly<Record<string, unknown>>;
  };
  const cleared = Object.fromEntries(
    Object.keys(life.settings())
      .filter((key) => !(`${stack}:${key}` in first.config) && !(key in first.config))
      .map((key) => [key, undefined]),
  );
  await life.configure(cleared);
  const up = await life.project.up();
  expect(up.code, said(up)).toBe(0);
  expect(life.made().filter((id) => /protecteditems|mappings|recoveryplans/.test(id))).toEqual([]);

  for (const id of life.made().filter((made) => /\/replicationfabrics\/[^/]+$/.test(made))) {
    life.simulator.unregister(id);
  }
  const destroyed = await life.project.destroy();
  expect(destroyed.code, said(destroyed)).toBe(0);
  expect(life.made().filter((id) => !id.includes("/resourcegroups/rg-discovery"))).toEqual([]);
}
