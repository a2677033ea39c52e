import { describe, expect, it } from "vitest";
import { componentInputs } from "../components/inputs/rows";
import { componentNames, inputPaths } from "../components/inputs/schema-paths";

/**
 * An input that reaches nothing is a promise that nobody keeps. What a row says is proven by
 * `test/components/inputs/every-input.test.ts`.
 */
describe("inputs of components", () => {
  it("are known of every component", () => {
    expect(componentInputs.map(({ component }) => component).sort()).toEqual([...componentNames].sort());
  });

  it.each(componentInputs.map((inputs) => [inputs.component, inputs] as const))(
    "of %s each have a row that says what they reach",
    (component, { rows }) => {
      const listed = new Set(inputPaths(component).map(({ path }) => path));
      const tested = new Set(rows.map(({ path }) => path));
      expect(listed.size).toBeGreaterThan(0);
      expect(
        [...listed].filter((path) => !tested.has(path)),
        "inputs without a row",
      ).toEqual([]);
      expect(
        [...tested].filter((path) => !listed.has(path)),
        "rows of no input",
      ).toEqual([]);
    },
  );
});
