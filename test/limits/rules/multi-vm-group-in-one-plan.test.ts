import { expect, it } from "vitest";
import { current, verdictOn, type Case } from "./judging";

const scope = current("vmware-to-azure");
const protectedItems = [
  { id: "/i/a", multiVmGroup: "g" },
  { id: "/i/b", multiVmGroup: "g" },
  { id: "/i/c", multiVmGroup: null },
];
const plan = (...items: string[]) => ({
  name: "p",
  groups: items.map((item) => ({ protectedItems: [item] })),
});
const refused = ["warning multi-vm-group.failover"];

it.each<Case>([
  [{ protectedItems, recoveryPlans: [plan("/i/a", "/I/B", "/i/c")] }, scope, "kept"],
  [{ protectedItems, recoveryPlans: [plan("/i/a", "/i/c")] }, scope, refused],
  [{ protectedItems, recoveryPlans: [plan("/i/a"), plan("/i/b")] }, scope, [...refused, ...refused]],
  [{ protectedItems, recoveryPlans: [plan("/i/c")] }, scope, "kept"],
  [{ protectedItems, recoveryPlans: [] }, scope, "kept"],
  [
    { protectedItems, recoveryPlans: [plan("/i/a", "not known yet")] },
    scope,
    ["? recoveryPlans[].groups[].protectedItems"],
  ],
  [{ protectedItems: [{ id: "/i/a" }], recoveryPlans: [] }, scope, ["? protectedItems[].multiVmGroup"]],
  [{ protectedItems }, scope, ["? recoveryPlans"]],
  [{}, scope, ["? protectedItems"]],
  [{ protectedItems, recoveryPlans: [plan("/i/a")] }, current("hyperv-to-azure"), "n/a"],
])("%j in %j: %j", (facts, within, expected) => {
  expect(verdictOn("multi-vm-group-in-one-plan", "deployment", facts, within)).toEqual(expected);
});
