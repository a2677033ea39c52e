import { expect, it } from "vitest";
import { current, verdictOn, type Case } from "./judging";

const scope = current("azure-to-azure");
const refused = ["error azure-storage.cache.region"];

it.each<Case>([
  [
    { sourceRegion: "westeurope", storageAccounts: [{ location: "West Europe", role: "cache" }] },
    scope,
    "kept",
  ],
  [
    { sourceRegion: "westeurope", storageAccounts: [{ location: "northeurope", role: "cache" }] },
    scope,
    refused,
  ],
  [
    { sourceRegion: "westeurope", storageAccounts: [{ location: "northeurope", role: "replication" }] },
    scope,
    "n/a",
  ],
  [
    { sourceRegion: "westeurope", storageAccounts: [{ location: "northeurope" }] },
    scope,
    ["? storageAccounts[].role"],
  ],
  [
    { sourceRegion: "westeurope", storageAccounts: [{ role: "cache" }] },
    scope,
    ["? storageAccounts[].location"],
  ],
  [{ storageAccounts: [{ location: "northeurope", role: "cache" }] }, scope, ["? sourceRegion"]],
  [{}, scope, ["? storageAccounts"]],
  [
    { targetRegion: "westeurope", storageAccounts: [{ location: "northeurope", role: "cache" }] },
    current("vmware-to-azure"),
    refused,
  ],
  [
    { targetRegion: "westeurope", storageAccounts: [{ location: "westeurope", role: "log" }] },
    current("physical-to-azure"),
    "kept",
  ],
  [
    { targetRegion: "westeurope", storageAccounts: [{ location: "northeurope", role: "cache" }] },
    current("hyperv-to-azure"),
    "n/a",
  ],
])("%j in %j: %j", (facts, within, expected) => {
  expect(verdictOn("cache-storage-region", "deployment", facts, within)).toEqual(expected);
});
