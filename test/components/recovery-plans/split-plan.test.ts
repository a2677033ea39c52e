import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { RecoveryPlanGroupLevelArgs } from "../../../components";
import { splitPlan } from "../../../components/recovery-plans/split-plan";

const action = (name: string) => ({
  name,
  kind: "manual" as const,
  failoverTypes: ["TestFailover"],
  failoverDirections: ["PrimaryToRecovery"],
  instructions: "look",
});
const machinesOf = (groups: readonly RecoveryPlanGroupLevelArgs[]) =>
  groups.flatMap((group) => group.machines ?? []);

describe("a recovery plan that is too large", () => {
  it("stays one plan up to the cap", () => {
    const groups = [{ machines: ["a"] }, { machines: ["b"] }];
    expect(splitPlan(groups, 2, {})).toEqual([groups]);
    expect(splitPlan(groups, undefined, {})).toEqual([groups]);
  });

  it("is cut in the order of its groups, actions before a group first and after it last", () => {
    const groups = [
      { groupType: "Shutdown" as const, startActions: [action("stop")] },
      { machines: ["a", "b", "c"], startActions: [action("before")], endActions: [action("after")] },
    ];
    expect(splitPlan(groups, 2, {})).toEqual([
      [groups[0], { machines: ["a", "b"], startActions: [action("before")] }],
      [{ machines: ["c"], endActions: [action("after")] }],
    ]);
  });

  it("never cuts through a multi-VM group", () => {
    expect(splitPlan([{ machines: ["a", "b"] }, { machines: ["c"] }], 2, { b: "sql", c: "sql" })).toEqual([
      [{ machines: ["a"] }],
      [{ machines: ["b"] }, { machines: ["c"] }],
    ]);
  });

  it("loses nobody, doubles nobody, and keeps to the cap", () => {
    const machine = fc.integer({ min: 0, max: 40 }).map((number) => `m${number}`);
    fc.assert(
      fc.property(
        fc.uniqueArray(machine, { minLength: 1 }),
        fc.integer({ min: 1, max: 12 }),
        fc.integer({ min: 1, max: 5 }),
        (machines, cap, groupSize) => {
          const groups = Array.from({ length: Math.ceil(machines.length / groupSize) }, (_unused, index) => ({
            machines: machines.slice(index * groupSize, (index + 1) * groupSize),
          }));
          const parts = splitPlan(groups, cap, {});
          expect(parts.flatMap(machinesOf)).toEqual(machines);
          for (const part of parts) expect(machinesOf(part).length).toBeLessThanOrEqual(cap);
        },
      ),
    );
  });
});
