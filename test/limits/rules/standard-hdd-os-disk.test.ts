import { expect, it } from "vitest";
import { current, verdictOn, type Case } from "./judging";

const scope = current("azure-to-azure");

it.each<Case>([
  [{ disks: [{ os: true, type: "Standard_LRS" }] }, scope, ["warning retirement.standard-hdd-os-disks"]],
  [{ disks: [{ os: false, type: "Standard_LRS" }] }, scope, "kept"],
  [{ disks: [{ os: true, type: "StandardSSD_LRS" }] }, scope, "kept"],
  [{ disks: [{ type: "StandardSSD_LRS" }] }, scope, "kept"],
  [{ disks: [{ type: "Standard_LRS" }] }, scope, ["? disks[].os"]],
  [{ disks: [{ os: true }] }, scope, ["? disks[].type"]],
  [{}, scope, ["? disks"]],
  [{ disks: [{ os: true, type: "Standard_LRS" }] }, current("vmware-to-azure"), "n/a"],
])("%j in %j: %j", (facts, within, expected) => {
  expect(verdictOn("standard-hdd-os-disk", "protected-item", facts, within)).toEqual(expected);
});
