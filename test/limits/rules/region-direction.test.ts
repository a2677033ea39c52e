import { expect, it } from "vitest";
import { current, verdictOn, type Case } from "./judging";

const scope = current("azure-to-azure");
const regions = (sourceRegion: string, targetRegion: string) => ({ sourceRegion, targetRegion });

it.each<Case>([
  [regions("brazilsouth", "brazilsoutheast"), scope, "kept"],
  [regions("Brazil South", "eastus2"), scope, "kept"],
  [regions("brazilsouth", "westeurope"), scope, ["error region.source-only"]],
  [regions("eastus", "brazilsouth"), scope, ["error region.source-only"]],
  [regions("brazilsoutheast", "eastus"), scope, ["error region.target-only"]],
  [regions("brazilsouth", "brazilsouth"), scope, "n/a"],
  [regions("westeurope", "northeurope"), scope, "kept"],
  [{}, scope, ["? sourceRegion", "? targetRegion"]],
])("%j in %j: %j", (facts, within, expected) => {
  expect(verdictOn("region-direction", "deployment", facts, within)).toEqual(expected);
});
