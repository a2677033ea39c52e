import * as pulumi from "@pulumi/pulumi";
import { describe, expect, it } from "vitest";
import { deployed, valueOf } from "../deployed";
import { changes, leavesOf, type Leaves } from "./changes";
import { componentName, concrete, withValue, type ComponentInputs, type InputRow } from "./row";
import { componentInputs } from "./rows";

/** What a component makes of arguments: its resources, the aliases of its children, and what it is judged by. */
async function made(inputs: ComponentInputs, args: object): Promise<Leaves> {
  const aliases = new Set<string>();
  // A parent's transformation sees what the component's own have left.
  const spy: pulumi.ResourceTransformation = ({ type, opts }) => {
    for (const alias of (opts.aliases ?? []) as readonly pulumi.Alias[]) {
      if (typeof alias.type === "string" && /\/v\d/.test(alias.type)) aliases.add(type);
    }
    return undefined;
  };
  const deployment = await deployed(
    () => {
      const parent = new pulumi.ComponentResource("test:index:Parent", "p", {}, { transformations: [spy] });
      return inputs.create(componentName, args as never, { parent });
    },
    inputs.state === undefined ? {} : { state: inputs.state },
  );
  const result = deployment.result as unknown as Readonly<Record<string, pulumi.Output<unknown> | undefined>>;
  const outputs = ["scope", ...(inputs.outputs ?? [])].map(async (name) => {
    const output = result[name];
    return [name, output === undefined ? undefined : await valueOf(output)] as const;
  });
  return leavesOf(deployment, {
    output: Object.fromEntries(await Promise.all(outputs)),
    "version aliases": Object.fromEntries([...aliases].map((type) => [type, true])),
  });
}

/** Arguments that the component refuses. */
async function refusedAt({ create, state = {} }: ComponentInputs, args: object): Promise<readonly string[]> {
  try {
    await deployed(() => create(componentName, args as never, {}), { state });
    return [];
  } catch (error) {
    if (!pulumi.InputPropertiesError.isInstance(error)) throw error;
    return error.errors.map(({ propertyPath }) => propertyPath);
  }
}

function expectedValues({ reaches, value }: InputRow): Readonly<Record<string, unknown>> {
  if (reaches === undefined) return {};
  if (typeof reaches === "string") return { [reaches]: value };
  if (Array.isArray(reaches)) return Object.fromEntries(reaches.map((path: string) => [path, value]));
  return reaches as Readonly<Record<string, unknown>>;
}

function withAll(args: object, values: Readonly<Record<string, unknown>>): object {
  return Object.entries(values).reduce(
    (changed: Readonly<Record<string, unknown>>, [path, value]) => withValue(changed, path, value),
    args as Readonly<Record<string, unknown>>,
  );
}

const titled = (rows: readonly InputRow[]) =>
  rows.map((row) => [`${row.path} = ${JSON.stringify(row.value)}`, row] as const);

describe.each(componentInputs.map((inputs) => [inputs.component, inputs] as const))("%s", (_name, inputs) => {
  const deployments = new Map<string, Promise<Leaves>>();
  /** Deployed once for all rows that start from the same arguments. */
  const madeOnce = (args: object): Promise<Leaves> => {
    const key = JSON.stringify(args);
    const promised = deployments.get(key) ?? made(inputs, args);
    deployments.set(key, promised);
    return promised;
  };
  const alone = inputs.rows.filter(({ together }) => together !== true);
  const shared = Map.groupBy(
    inputs.rows.filter(({ together }) => together === true),
    ({ given = {} }) => JSON.stringify(given),
  );

  it.each(titled(alone))("%s", async (_title, row) => {
    const given = withAll(inputs.plain, row.given ?? {});
    const before = row.before === undefined ? given : withAll(inputs.plain, row.before);
    const args = withAll(given, { [concrete(row.path)]: row.value });
    if (row.refusedAt !== undefined) {
      expect(await refusedAt(inputs, before), "without the value").not.toContain(row.refusedAt);
      expect(await refusedAt(inputs, args)).toContain(row.refusedAt);
      return;
    }
    const leaves = await madeOnce(before);
    const { appearing = [], disappearing = [] } = row;
    const values = expectedValues(row);
    const effects = Object.keys(values).length + appearing.length + disappearing.length;
    if (row.onlyForAzureNative === true) {
      expect([...leaves.keys()].filter((resource) => resource.includes(":"))).toEqual([
        "test:index:Parent p",
      ]);
    } else {
      expect(effects, "a row names at least one effect").toBeGreaterThan(0);
    }
    const { values: seen, ...resources } = changes(leaves, await made(inputs, args));
    expect(seen).toStrictEqual(values);
    expect({
      appearing: [...resources.appearing].sort(),
      disappearing: [...resources.disappearing].sort(),
    }).toStrictEqual({ appearing: [...appearing].sort(), disappearing: [...disappearing].sort() });
  });

  describe.each([...shared.values()].map((rows) => [rows.map(({ path }) => path), rows] as const))(
    "together",
    (_paths, rows) => {
      const before = withAll(inputs.plain, rows[0]?.given ?? {});
      const args = withAll(
        before,
        Object.fromEntries(rows.map(({ path, value }) => [concrete(path), value])),
      );
      const changed = async () => changes(await madeOnce(before), await madeOnce(args));

      it.each(titled(rows))("%s", async (_title, row) => {
        expect((await changed()).values).toMatchObject(expectedValues(row));
      });

      it("change nothing else", async () => {
        expect(await changed()).toStrictEqual({
          values: Object.assign({}, ...rows.map(expectedValues)) as object,
          appearing: [],
          disappearing: [],
        });
      });
    },
  );
});
