import { describe, expect, it } from "vitest";
import type { Scenario } from "../../../limits/scenarios";
import { current, in2016, verdictOn } from "./judging";

const rule = "recovery-plan-failover-types";
const plan = (type: string, direction: string) => ({
  groups: [{ actions: [{ name: "a", failoverTypes: [type], failoverDirections: [direction] }] }],
});

// S supported, - not supported, w: reported as a warning.
const failover: readonly [Scenario, string][] = [
  ["vmware-to-azure", "S-S"],
  ["physical-to-azure", "S-S"],
  ["hyperv-vmm-to-azure", "SSS"],
  ["hyperv-to-azure", "SSw"],
  ["hyperv-vmm-to-secondary", "SSS"],
];
const failback: readonly [Scenario, string][] = [
  ["vmware-to-azure", "--S"],
  ["physical-to-azure", "--w"],
  ["hyperv-vmm-to-azure", "-S-"],
  ["hyperv-to-azure", "-S-"],
  ["hyperv-vmm-to-secondary", "SSS"],
];
const types = ["TestFailover", "PlannedFailover", "UnplannedFailover"];
const cells = (rows: readonly [Scenario, string][], direction: string, table: string) =>
  rows.flatMap(([scenario, row]) =>
    Array.from(row, (cell, index) => [scenario, types[index] ?? "", direction, table, cell] as const),
  );

describe("the 30 cells of 2016-12", () => {
  it.each([
    ...cells(failover, "PrimaryToRecovery", "failover"),
    ...cells(failback, "RecoveryToPrimary", "failback"),
  ])("%s: %s %s", (scenario, type, direction, table, cell) => {
    const limit = `${table}.${type.replace("Failover", "").toLowerCase()}`;
    const expected = { S: "kept", "-": [`error ${limit}`], w: [`warning ${limit}`] }[cell];
    expect(verdictOn(rule, "recovery-plan", plan(type, direction), in2016(scenario))).toEqual(expected);
  });
});

it("asks for what it needs and does not look at other operations", () => {
  const scope = in2016("vmware-to-azure");
  expect(verdictOn(rule, "recovery-plan", {}, scope)).toEqual(["? groups"]);
  expect(verdictOn(rule, "recovery-plan", { groups: [{ actions: [{}] }] }, scope)).toEqual([
    "? groups[].actions[].failoverTypes",
    "? groups[].actions[].failoverDirections",
  ]);
  expect(verdictOn(rule, "recovery-plan", plan("Commit", "PrimaryToRecovery"), scope)).toBe("kept");
  expect(verdictOn(rule, "recovery-plan", plan("plannedfailover", "primarytorecovery"), scope)).toEqual([
    "error failover.planned",
  ]);
});

it("has no row in the current edition", () => {
  expect(
    verdictOn(
      rule,
      "recovery-plan",
      plan("PlannedFailover", "PrimaryToRecovery"),
      current("vmware-to-azure"),
    ),
  ).toBe("n/a");
});
