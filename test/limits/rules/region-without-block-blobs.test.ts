import { expect, it } from "vitest";
import { current, verdictOn, type Case } from "./judging";

const scope = current("azure-to-azure");
const items = (type?: string) => [{ name: "m", disks: [type === undefined ? {} : { type }] }];

it.each<Case>([
  [
    { sourceRegion: "China North", protectedItems: items("UltraSSD_LRS") },
    scope,
    ["error region.without-block-blobs"],
  ],
  [
    { sourceRegion: "chinaeast", protectedItems: items("PremiumV2_LRS") },
    scope,
    ["error region.without-block-blobs"],
  ],
  [{ sourceRegion: "chinaeast", protectedItems: items("Premium_LRS") }, scope, "kept"],
  [{ sourceRegion: "chinaeast", protectedItems: items() }, scope, ["? protectedItems[].disks[].type"]],
  [{ sourceRegion: "chinaeast", protectedItems: [{}] }, scope, ["? protectedItems[].disks"]],
  [{ sourceRegion: "chinaeast" }, scope, ["? protectedItems"]],
  [{ sourceRegion: "chinanorth3", protectedItems: items("UltraSSD_LRS") }, scope, "n/a"],
  [{ protectedItems: items("UltraSSD_LRS") }, scope, ["? sourceRegion"]],
])("%j in %j: %j", (facts, within, expected) => {
  expect(verdictOn("region-without-block-blobs", "deployment", facts, within)).toEqual(expected);
});
