import { expect, it } from "vitest";
import { current, in2016, verdictOn, type Case } from "./judging";

const scope = current("vmware-to-azure");
const protectedItems = [{ id: "/i/a" }, { name: "b" }];
const plan = (...items: string[]) => [{ name: "p", groups: [{ protectedItems: items }] }];

it.each<Case>([
  [{ protectedItems, recoveryPlans: plan("/I/A", "b") }, scope, "kept"],
  [{ protectedItems, recoveryPlans: plan("/i/a") }, scope, ["warning recovery-plan.every-machine"]],
  [{ protectedItems, recoveryPlans: [] }, scope, "n/a"],
  [
    { protectedItems, recoveryPlans: plan("/i/a", "not known yet") },
    scope,
    ["? recoveryPlans[].groups[].protectedItems"],
  ],
  [{ recoveryPlans: plan() }, scope, ["? protectedItems"]],
  [{}, scope, ["? recoveryPlans"]],
  [{ protectedItems, recoveryPlans: plan("/i/a") }, in2016("vmware-to-azure"), "n/a"],
])("%j in %j: %j", (facts, within, expected) => {
  expect(verdictOn("recovery-plan-every-machine", "deployment", facts, within)).toEqual(expected);
});
