import { expect, it } from "vitest";
import { current, verdictOn, type Case } from "./judging";

const scope = current("azure-to-azure");

it.each<Case>([
  [{ sourceTenantId: "a", targetTenantIds: ["A"] }, scope, "kept"],
  [{ sourceTenantId: "a", targetTenantIds: ["b"] }, scope, ["error scenario.tenants"]],
  [{ sourceTenantId: "a" }, scope, ["? targetTenantIds"]],
  [{ targetTenantIds: ["a"] }, scope, ["? sourceTenantId"]],
  [{ sourceTenantId: "a", targetTenantIds: ["b"] }, current("hyperv-to-azure"), "n/a"],
])("%j in %j: %j", (facts, within, expected) => {
  expect(verdictOn("same-tenant", "deployment", facts, within)).toEqual(expected);
});
