import { expect, it } from "vitest";
import { current, verdictOn, type Case } from "./judging";

const scope = current("azure-to-azure");
const item = (subscription: string) => ({
  multiVmGroup: "g",
  sourceVmId: `/subscriptions/${subscription}/x`,
});

it.each<Case>([
  [{ protectedItems: [item("s"), item("S")] }, scope, "kept"],
  [{ protectedItems: [item("s"), item("t")] }, scope, ["warning recovery-plan.multi-vm-group"]],
  [{ protectedItems: [item("s"), { multiVmGroup: "g" }] }, scope, ["? protectedItems[].sourceVmId"]],
  [{ protectedItems: [{ multiVmGroup: null }] }, scope, "kept"],
  [{}, scope, ["? protectedItems"]],
  [{ protectedItems: [item("s"), item("t")] }, current("vmware-to-azure"), "n/a"],
])("%j in %j: %j", (facts, within, expected) => {
  expect(verdictOn("multi-vm-group-placement", "deployment", facts, within)).toEqual(expected);
});
