import { expect, it } from "vitest";
import { current, verdictOn, type Case } from "./judging";

const scope = current("azure-to-azure");
const item = (protectionClusterId: unknown) => [{ id: "/i/a", protectionClusterId }];
const plan = (...protectedItems: string[]) => [{ name: "p", groups: [{ protectedItems }] }];

it.each<Case>([
  [
    { protectedItems: item("/cluster"), recoveryPlans: plan("/i/a") },
    scope,
    ["error recovery-plan.shared-disks"],
  ],
  [{ protectedItems: item("/cluster"), recoveryPlans: plan() }, scope, "kept"],
  [{ protectedItems: item("/cluster"), recoveryPlans: [] }, scope, "n/a"],
  [{ protectedItems: item(null), recoveryPlans: plan("/i/a") }, scope, "kept"],
  [
    { protectedItems: item(undefined), recoveryPlans: plan("/i/a") },
    scope,
    ["? protectedItems[].protectionClusterId"],
  ],
  [
    { protectedItems: item("/cluster"), recoveryPlans: plan("not known yet") },
    scope,
    ["? recoveryPlans[].groups[].protectedItems"],
  ],
  [{ recoveryPlans: plan() }, scope, ["? protectedItems"]],
  [{}, scope, ["? recoveryPlans"]],
])("%j in %j: %j", (facts, within, expected) => {
  expect(verdictOn("recovery-plan-shared-disks", "deployment", facts, within)).toEqual(expected);
});
