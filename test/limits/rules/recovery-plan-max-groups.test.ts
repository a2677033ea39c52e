import { expect, it } from "vitest";
import { current, in2016, verdictOn, type Case } from "./judging";

const scope = current("azure-to-azure");
const boot = (count: number) => Array.from({ length: count }, () => ({ groupType: "Boot" }));

it.each<Case>([
  [{ groups: boot(6) }, scope, "kept"],
  [{ groups: boot(7) }, scope, "kept"],
  [{ groups: boot(8) }, scope, ["error recovery-plan.max-groups"]],
  [{ groups: [{ groupType: "Shutdown" }, { groupType: "Failover" }, ...boot(7)] }, scope, "kept"],
  [{ groups: [{}, ...boot(7)] }, scope, ["? groups[].groupType"]],
  [{}, scope, ["? groups"]],
  [{ groups: boot(8) }, in2016("vmware-to-azure"), "n/a"],
])("%j in %j: %j", (plan, within, expected) => {
  expect(verdictOn("recovery-plan-max-groups", "recovery-plan", plan, within)).toEqual(expected);
});
