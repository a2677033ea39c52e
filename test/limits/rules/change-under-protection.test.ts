import { expect, it } from "vitest";
import { current, verdictOn, type Case } from "./judging";

const scope = current("hyperv-to-azure");
const item = { name: "m", storageAccountId: "/x/a" };

it.each<Case>([
  [
    { protectedItems: [item], previous: { protectedItems: [{ ...item, storageAccountId: "/X/A" }] } },
    scope,
    "kept",
  ],
  [
    { protectedItems: [item], previous: { protectedItems: [{ ...item, storageAccountId: "/x/b" }] } },
    scope,
    ["warning azure-storage.change-under-protection"],
  ],
  [
    {
      protectedItems: [item],
      previous: { protectedItems: [{ ...item, name: "other", storageAccountId: "/x/b" }] },
    },
    scope,
    "kept",
  ],
  [
    { protectedItems: [item], targetRegion: "westeurope", previous: { targetRegion: "North Europe" } },
    current("vmware-to-azure"),
    ["warning region.change-under-protection"],
  ],
  [
    {
      protectedItems: [item],
      vault: { location: "westeurope" },
      previous: { vault: { location: "northeurope" } },
    },
    current("physical-to-azure"),
    ["warning region.change-under-protection"],
  ],
  [
    { protectedItems: [], targetRegion: "westeurope", previous: { targetRegion: "northeurope" } },
    current("vmware-to-azure"),
    "kept",
  ],
  [{ protectedItems: [item], targetRegion: "westeurope" }, current("vmware-to-azure"), "n/a"],
])("%j in %j: %j", (facts, within, expected) => {
  expect(verdictOn("change-under-protection", "deployment", facts, within)).toEqual(expected);
});
