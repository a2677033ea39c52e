import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { parse } from "yaml";
import { expect } from "vitest";
import { root } from "../engine";
import { said, type StackLife } from "./stack-life";

/**
 * The end of a stack behind an appliance or server: the configuration becomes that of the first phase again, which
 * disables replication; then the server unregisters; then everything is destroyed. What was discovered stays.
 */
export async function unregisterAndDestroy(life: StackLife, stack: string): Promise<void> {
  const first = parse(await readFile(join(root, "stacks", stack, "Pulumi.simulated.yaml"), "utf8")) as {
    readonly config: Readonly<Record<string, unknown>>;
  };
  const { fabricId } = life.settings();
  const cleared = Object.fromEntries(
    Object.keys(life.settings())
      .filter((key) => !(`${stack}:${key}` in first.config) && !(key in first.config))
      .map((key) => [key, undefined]),
  );
  await life.configure(cleared);
  const up = await life.project.up();
  expect(up.code, said(up)).toBe(0);
  expect(life.made().filter((id) => /protecteditems|mappings|recoveryplans/.test(id))).toEqual([]);

  life.simulator.unregister(String(fabricId));
  const destroyed = await life.project.destroy();
  expect(destroyed.code, said(destroyed)).toBe(0);
  expect(life.made().filter((id) => !id.includes("/resourcegroups/rg-discovery"))).toEqual([]);
}
