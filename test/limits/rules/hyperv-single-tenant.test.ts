import { expect, it } from "vitest";
import { current, verdictOn, type Case } from "./judging";

const scope = current("hyperv-to-azure");

it.each<Case>([
  [{ targetTenantIds: ["a"] }, scope, "kept"],
  [{ targetTenantIds: ["a", "A"] }, scope, "kept"],
  [{ targetTenantIds: ["a", "b"] }, scope, ["error scenario.max-tenants"]],
  [{}, scope, ["? targetTenantIds"]],
  [{ targetTenantIds: ["a", "b"] }, current("vmware-to-azure"), "n/a"],
])("%j in %j: %j", (facts, within, expected) => {
  expect(verdictOn("hyperv-single-tenant", "deployment", facts, within)).toEqual(expected);
});
