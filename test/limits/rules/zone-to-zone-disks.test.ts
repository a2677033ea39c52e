import { expect, it } from "vitest";
import { current, verdictOn, type Case } from "./judging";

const scope = current("azure-to-azure");
const within = { sourceRegion: "westeurope", targetRegion: "West Europe" };
const across = { sourceRegion: "westeurope", targetRegion: "northeurope" };
const item = (...disks: object[]) => [{ name: "m", disks }];
const refused = ["error zone-to-zone.excluded-disks"];

it.each<Case>([
  [{ ...within, protectedItems: item({ type: "Premium_LRS" }) }, scope, "kept"],
  [{ ...within, protectedItems: item({ type: "Premium_ZRS" }) }, scope, refused],
  [{ ...within, protectedItems: item({ type: "StandardSSD_ZRS" }) }, scope, refused],
  [{ ...within, protectedItems: item({ type: "UltraSSD_LRS" }) }, scope, refused],
  [{ ...within, protectedItems: item({ managed: false }) }, scope, refused],
  [{ ...within, protectedItems: item({}) }, scope, ["? protectedItems[].disks[].type"]],
  [{ ...within, protectedItems: [{}] }, scope, ["? protectedItems[].disks"]],
  [{ ...across, protectedItems: item({ type: "UltraSSD_LRS" }) }, scope, "n/a"],
])("%j in %j: %j", (facts, within, expected) => {
  expect(verdictOn("zone-to-zone-disks", "deployment", facts, within)).toEqual(expected);
});
