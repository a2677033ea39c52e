import { expect, it } from "vitest";
import { documentPaths } from "../components/landing-zone/fields/document-paths";
import { fieldRows } from "../components/landing-zone/fields/rows";
import { unproven } from "../components/landing-zone/fields/unproven";

/**
 * A field of the document that reaches nothing is a promise that nobody keeps. What a row says is proven by
 * `test/components/landing-zone/every-field.test.ts`.
 */
it("fields of the landing-zone document each have a row that says what they reach", () => {
  const tested = new Set(fieldRows.map(({ path }) => path));
  expect(
    documentPaths.filter((path) => !tested.has(path) && !unproven.has(path)),
    "fields without a row",
  ).toEqual([]);
  expect(
    [...tested, ...unproven.keys()].filter((path) => !documentPaths.includes(path)),
    "rows of no field",
  ).toEqual([]);
  expect(
    [...unproven.keys()].filter((path) => tested.has(path)),
    "fields with a row that are said to have none",
  ).toEqual([]);
});
