import { expect, it } from "vitest";
import { current, verdictOn, type Case } from "./judging";

const scope = current("azure-to-azure");

it.each<Case>([
  [{ disks: [{ managed: false }] }, { ...scope, asOf: "2026-03-31" }, ["error retirement.unmanaged-disks"]],
  [{ disks: [{ managed: false }] }, { ...scope, asOf: "2026-03-30" }, "n/a"],
  [{ disks: [{ managed: true }] }, scope, "kept"],
  [{ disks: [{}] }, scope, ["? disks[].managed"]],
  [{}, scope, ["? disks"]],
  [{ disks: [{ managed: false }] }, current("vmware-to-azure"), "n/a"],
])("%j in %j: %j", (facts, within, expected) => {
  expect(verdictOn("unmanaged-disk-retired", "protected-item", facts, within)).toEqual(expected);
});
