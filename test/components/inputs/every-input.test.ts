import { describe, expect, it } from "vitest";
import { changes } from "./changes";
import { deployedOnce, made, refusedAt } from "./made";
import { concrete, withAll, type InputRow } from "./row";
import { componentInputs } from "./rows";

function expectedValues({ reaches, value }: InputRow): Readonly<Record<string, unknown>> {
  if (reaches === undefined) return {};
  if (typeof reaches === "string") return { [reaches]: value };
  if (Array.isArray(reaches)) return Object.fromEntries(reaches.map((path: string) => [path, value]));
  return reaches as Readonly<Record<string, unknown>>;
}

const titled = (rows: readonly InputRow[]) =>
  rows.map((row) => [`${row.path} = ${JSON.stringify(row.value)}`, row] as const);

describe.each(componentInputs.map((inputs) => [inputs.component, inputs] as const))("%s", (_name, inputs) => {
  const madeOnce = deployedOnce(inputs);
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
