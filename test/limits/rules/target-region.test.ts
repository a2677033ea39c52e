import { expect, it } from "vitest";
import { current, verdictOn, type Case } from "./judging";

const scope = current("hyperv-to-azure");

it.each<Case>([
  [{ targetRegion: "South Central India" }, scope, ["error region.excluded-targets"]],
  [{ targetRegion: "northeastus5" }, current("hyperv-vmm-to-azure"), ["error region.excluded-targets"]],
  [{ targetRegion: "centralindia" }, scope, "kept"],
  [{}, scope, ["? targetRegion"]],
  [{ targetRegion: "southcentralindia" }, current("azure-to-azure"), "n/a"],
])("%j in %j: %j", (facts, within, expected) => {
  expect(verdictOn("target-region", "deployment", facts, within)).toEqual(expected);
});
