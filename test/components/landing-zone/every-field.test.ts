import { beforeAll, describe, expect, it } from "vitest";
import { changes, type Leaves } from "../inputs/changes";
import { concrete, withAll } from "../inputs/row";
import { deployed } from "../deployed";
import { deployedZone, refusals } from "./fields/deployed-zone";
import { documents } from "./fields/documents";
import type { FieldRow } from "./fields/row";
import { fieldRows } from "./fields/rows";

const deployments = new Map<string, Promise<Leaves>>();

/** Deployed once for all rows that start from the same document. */
function deployedOnce(document: object): Promise<Leaves> {
  const key = JSON.stringify(document);
  const promised = deployments.get(key) ?? deployedZone(document);
  deployments.set(key, promised);
  return promised;
}

function documentsOf(row: FieldRow) {
  const before = withAll(documents[row.of ?? "modernized"], row.given ?? {});
  return { before, after: withAll(before, { [row.at ?? concrete(row.path)]: row.value }) };
}

// The checks name resources after organization and stack, which the mocks know.
beforeAll(() => deployed(() => undefined));

describe("a field of the landing-zone document", () => {
  it.each(fieldRows.map((row) => [`${row.path} = ${JSON.stringify(row.value)}`, row] as const))(
    "%s",
    async (_title, row) => {
      const { before, after } = documentsOf(row);
      if ("refusedAt" in row) {
        expect(refusals(before)).not.toContain(row.refusedAt);
        expect(refusals(after)).toContain(row.refusedAt);
        return;
      }
      if ("permits" in row) {
        expect(refusals(before)).toContain(row.permits);
        expect(refusals(after)).not.toContain(row.permits);
        return;
      }
      const seen = changes(await deployedOnce(before), await deployedZone(after));
      if ("idle" in row) {
        expect(seen).toStrictEqual({ values: {}, appearing: [], disappearing: [] });
        return;
      }
      const { reaches = {}, appearing = [], disappearing = [] } = row;
      expect(Object.keys(reaches).length + appearing.length + disappearing.length).toBeGreaterThan(0);
      expect(seen.values).toMatchObject(reaches);
      expect(seen.appearing).toEqual(expect.arrayContaining([...appearing]));
      expect(seen.disappearing).toEqual(expect.arrayContaining([...disappearing]));
    },
  );
});
