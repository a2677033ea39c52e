import { expect, it } from "vitest";
import { current, in2016, verdictOn, type Case } from "./judging";

const scope = in2016("vmware-to-azure");
const plan = (kind: unknown) => ({ groups: [{ actions: [{ name: "a", kind }] }] });

it.each<Case>([
  [plan("manual"), scope, ["warning recovery-plan.manual-actions"]],
  [plan("automation-runbook"), scope, "kept"],
  [plan("script"), scope, "kept"],
  [plan(undefined), scope, ["? groups[].actions[].kind"]],
  [{ groups: [] }, scope, "kept"],
  [{}, scope, ["? groups"]],
  [plan("manual"), current("vmware-to-azure"), "n/a"],
])("%j in %j: %j", (facts, within, expected) => {
  expect(verdictOn("recovery-plan-manual-actions", "recovery-plan", facts, within)).toEqual(expected);
});
