import { fc, it as property } from "@fast-check/vitest";
import { describe, expect, it } from "vitest";
import type { Edition } from "../../../limits/editions";
import { verdictOn } from "./judging";

const rule = "recovery-plan-max-machines";
const refused = ["error recovery-plan.max-machines"];
const items = (count: number, from = 0): string[] =>
  Array.from({ length: count }, (_, index) => `/items/${index + from}`);

describe.each<[Edition, number]>([
  ["2016-12", 50],
  ["current", 100],
])("edition %s", (edition, limit) => {
  const scope = { edition, scenario: "vmware-to-azure" } as const;
  property.prop([fc.integer({ min: -1, max: 1 }), fc.integer({ min: 0, max: limit })])(
    "counts over all groups up to the limit",
    (beyond, inFirst) => {
      const groups = [
        { groupType: "Boot", protectedItems: items(inFirst) },
        {
          groupType: "Boot",
          protectedItems: items(limit + beyond - Math.min(inFirst, limit + beyond), inFirst),
        },
      ];
      const total = Math.max(inFirst, limit + beyond);
      expect(verdictOn(rule, "recovery-plan", { groups }, scope)).toEqual(total > limit ? refused : "kept");
    },
  );
  it("counts a machine once, whatever the case of its id", () => {
    const groups = [
      { protectedItems: items(limit) },
      { protectedItems: items(limit).map((id) => id.toUpperCase()) },
    ];
    expect(verdictOn(rule, "recovery-plan", { groups }, scope)).toBe("kept");
  });
  it("does not pass a list that is not known", () => {
    expect(verdictOn(rule, "recovery-plan", { groups: [{}] }, scope)).toEqual(["? groups[].protectedItems"]);
    expect(
      verdictOn(rule, "recovery-plan", { groups: [{}, { protectedItems: items(limit + 1) }] }, scope),
    ).toContain(refused[0]);
    expect(verdictOn(rule, "recovery-plan", { groups: "many" }, scope)).toEqual(["? groups"]);
  });
});

it("has no row in 2019-05", () => {
  expect(
    verdictOn(
      rule,
      "recovery-plan",
      { groups: [{ protectedItems: items(500) }] },
      {
        edition: "2019-05",
        scenario: "vmware-to-azure",
      },
    ),
  ).toBe("n/a");
});
