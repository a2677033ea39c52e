import { expect, it } from "vitest";
import { current, verdictOn, type Case } from "./judging";

const scope = current("azure-to-azure");
const within = { sourceRegion: "westeurope", targetRegion: "West Europe" };
const across = { sourceRegion: "westeurope", targetRegion: "northeurope" };
const item = (sourceZone: unknown, availabilityZone: unknown) => [
  { name: "m", sourceZone, availabilityZone },
];

it.each<Case>([
  [{ ...within, protectedItems: item("1", "2") }, scope, "kept"],
  [{ ...within, protectedItems: item("1", "1") }, scope, ["error zone-to-zone.source-zone"]],
  [{ ...within, protectedItems: item(null, "1") }, scope, ["error zone-to-zone.zoned-source"]],
  [{ ...within, protectedItems: item(null, null) }, scope, ["error zone-to-zone.zoned-source"]],
  [{ ...within, protectedItems: item("1", null) }, scope, "kept"],
  [{ ...within, protectedItems: item(undefined, "1") }, scope, ["? protectedItems[].sourceZone"]],
  [{ ...within, protectedItems: item("1", undefined) }, scope, ["? protectedItems[].availabilityZone"]],
  [{ ...across, protectedItems: item(null, "1") }, scope, "n/a"],
  [within, scope, ["? protectedItems"]],
  [{}, scope, ["? sourceRegion", "? targetRegion"]],
])("%j in %j: %j", (facts, within, expected) => {
  expect(verdictOn("zone-to-zone-source-zone", "deployment", facts, within)).toEqual(expected);
});
