import { describe, expect, it } from "vitest";
import { allRules } from "../../limits/rules/registry.gen";
import { judgeFor, saying, in2016, in2019, current } from "./rules/judging";
import { samplesOf } from "./rules/samples";

const odd: readonly unknown[] = [
  undefined,
  null,
  "",
  "x",
  "x".repeat(5000),
  0,
  -1,
  1.5,
  1e308,
  Number.NaN,
  true,
  [],
  {},
  [null],
  [7, "x", [], {}],
  { name: null },
];

/** Every copy of the facts in which one part, at any depth, is replaced. */
function* spoiled(facts: unknown, by: unknown): Generator {
  yield by;
  if (Array.isArray(facts)) {
    for (const [index, item] of facts.slice(0, 3).entries()) {
      for (const other of spoiled(item, by)) yield facts.with(index, other);
    }
  } else if (typeof facts === "object" && facts !== null) {
    for (const [key, item] of Object.entries(facts)) {
      for (const other of spoiled(item, by)) yield { ...facts, [key]: other };
    }
  }
}

describe.each(allRules.map((rule) => [rule.name, rule] as const))("%s", (name, rule) => {
  const samples = [...samplesOf(rule, "good"), ...samplesOf(rule, "bad")];
  it("answers whatever it is given", () => {
    for (const { scope, facts } of samples) {
      for (const value of odd) {
        for (const given of spoiled(facts, value)) {
          const said = saying(name, rule.subject, given, scope);
          for (const finding of said.findings) expect(finding.message).not.toContain("undefined");
        }
      }
    }
  });

  it("does not pass a subject that it knows nothing about", () => {
    for (const { scope } of samplesOf(rule, "bad")) {
      expect(saying(name, rule.subject, {}, scope).kept).toBe(false);
    }
  });
});

it.each([
  in2016("vmware-to-azure"),
  in2019("physical-to-azure"),
  current("azure-to-azure"),
  current("hyperv-to-azure"),
])("no rule of %j breaks on something that is no object", (scope) => {
  const judge = judgeFor(scope);
  for (const rule of allRules) {
    for (const value of odd) {
      expect(() => judge.judge(rule.subject, value as never)).not.toThrow();
    }
  }
});
