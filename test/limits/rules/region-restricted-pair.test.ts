import { expect, it } from "vitest";
import { current, verdictOn, type Case } from "./judging";

const scope = current("azure-to-azure");
const regions = (sourceRegion: string, targetRegion: string) => ({ sourceRegion, targetRegion });
const refused = ["error region.restricted"];

it.each<Case>([
  [regions("Switzerland North", "switzerlandwest"), scope, "kept"],
  [regions("switzerlandwest", "switzerlandnorth"), scope, "kept"],
  [regions("westeurope", "switzerlandwest"), scope, refused],
  [regions("uaecentral", "westeurope"), scope, refused],
  [regions("francesouth", "norwaywest"), scope, [...refused, ...refused]],
  [regions("westeurope", "northeurope"), scope, "kept"],
  [regions("germanynorth", "germanynorth"), scope, "n/a"],
  [{ sourceRegion: "westeurope" }, scope, ["? sourceRegion", "? targetRegion"]],
  [regions("westeurope", "switzerlandwest"), current("vmware-to-azure"), "n/a"],
])("%j in %j: %j", (facts, within, expected) => {
  expect(verdictOn("region-restricted-pair", "deployment", facts, within)).toEqual(expected);
});
