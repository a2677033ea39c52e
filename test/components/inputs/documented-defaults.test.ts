import { describe, expect, it } from "vitest";
import { changes } from "./changes";
import { deployedOnce, made } from "./made";
import { componentName, concrete, withAll, type ComponentInputs, type InputRow } from "./row";
import { componentInputs } from "./rows";
import { inputPaths } from "./schema-paths";

/** A value right after the word, or the key of a map. */
const afterTheWord = /Default: (?:`([^`]+)`|(true|false|\d+)\b|the (?:[\w']+ )?(key)\b)/;

/** The default of a row's input as the schema's text has it; undefined where the text has no value. */
function documentedDefault(text: string, row: InputRow, { plain }: ComponentInputs): unknown {
  if (row.default === null) return undefined;
  const groups: readonly (string | undefined)[] = (row.default ?? afterTheWord).exec(text) ?? [];
  const written = groups.slice(1).find((group) => group !== undefined);
  if (written === undefined) return undefined;
  if (written === "true" || written === "false") return written === "true";
  if (typeof row.value === "number") return Number(written);
  if (written === "key") return "one";
  // Another argument.
  if (Object.hasOwn(plain, written)) return plain[written];
  return written
    .replaceAll("<name>", componentName)
    .replaceAll("<key>", "one")
    .replaceAll("<region>", row.region ?? "<region>");
}

interface Case {
  readonly row: InputRow;
  readonly value: unknown;
}

/** Rows of inputs that are not given otherwise, and that the text has a default of. */
function casesOf(inputs: ComponentInputs): readonly Case[] {
  const { component, plain, rows } = inputs;
  const texts = new Map(inputPaths(component).map(({ path, description }) => [path, description]));
  return rows.flatMap((row) => {
    if (row.together === true || row.refusedAt !== undefined || row.before !== undefined) return [];
    const path = concrete(row.path);
    const given = withAll(plain, row.given ?? {});
    // Given already: leaving it out would change something.
    if (JSON.stringify(withAll(given, { [path]: undefined })) !== JSON.stringify(given)) return [];
    const value = documentedDefault(texts.get(row.path) ?? "", row, inputs);
    return value === undefined ? [] : [{ row, value }];
  });
}

describe.each(
  componentInputs
    .map((inputs) => [inputs.component, inputs, casesOf(inputs)] as const)
    .filter(([, , cases]) => cases.length > 0),
)("%s", (_name, inputs, cases) => {
  const madeOnce = deployedOnce(inputs);

  it.each(cases.map((one) => [`${one.row.path} is ${JSON.stringify(one.value)} by default`, one] as const))(
    "%s",
    async (_title, { row, value }) => {
      const given = withAll(inputs.plain, row.given ?? {});
      const leaves = await madeOnce(given);
      const { values, appearing, disappearing } = changes(
        leaves,
        await made(inputs, withAll(given, { [concrete(row.path)]: value })),
      );
      // A default of the service is said only where the user says it; one of ours is said in any case.
      const changed = Object.keys(values).filter((place) => {
        const [resource = "", path = ""] = place.split(": ");
        return leaves.get(resource)?.get(path) !== undefined;
      });
      expect({ changed, appearing, disappearing }).toEqual({ changed: [], appearing: [], disappearing: [] });
    },
  );
});

it("finds defaults in the schema's texts", () => {
  expect(componentInputs.flatMap(casesOf).length).toBeGreaterThan(40);
});
