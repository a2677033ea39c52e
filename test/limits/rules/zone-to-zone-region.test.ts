import { expect, it } from "vitest";
import { current, verdictOn, type Case } from "./judging";

const scope = current("azure-to-azure");
const regions = (sourceRegion: string, targetRegion: string) => ({ sourceRegion, targetRegion });

it.each<Case>([
  [regions("westeurope", "West Europe"), scope, "kept"],
  [regions("newzealandnorth", "newzealandnorth"), scope, "kept"],
  [regions("westus", "westus"), scope, ["error zone-to-zone.regions"]],
  [regions("westus", "eastus"), scope, "n/a"],
  [{ sourceRegion: "westus" }, scope, ["? sourceRegion", "? targetRegion"]],
  [regions("westus", "westus"), current("vmware-to-azure"), "n/a"],
])("%j in %j: %j", (facts, within, expected) => {
  expect(verdictOn("zone-to-zone-region", "deployment", facts, within)).toEqual(expected);
});
