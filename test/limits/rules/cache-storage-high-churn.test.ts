import { expect, it } from "vitest";
import { current, verdictOn, type Case } from "./judging";

const scope = current("azure-to-azure");

it.each<Case>([
  [{ churn: "high", storageAccounts: [{ kind: "BlockBlobStorage", role: "cache" }] }, scope, "kept"],
  [
    { churn: "high", storageAccounts: [{ kind: "StorageV2", role: "cache" }] },
    scope,
    ["error azure-storage.cache.high-churn-kind"],
  ],
  [{ churn: "high", storageAccounts: [{ kind: "StorageV2" }] }, scope, ["? storageAccounts[].role"]],
  [{ churn: "high", storageAccounts: [{ kind: "StorageV2", role: "replication" }] }, scope, "kept"],
  [{ churn: "high", storageAccounts: [{ role: "cache" }] }, scope, ["? storageAccounts[].kind"]],
  [{ churn: "high" }, scope, ["? storageAccounts"]],
  [{ churn: "normal", storageAccounts: [{ kind: "StorageV2", role: "cache" }] }, scope, "n/a"],
  [{ storageAccounts: [{ kind: "StorageV2", role: "cache" }] }, scope, ["? churn"]],
  [
    { churn: "high", storageAccounts: [{ kind: "StorageV2", role: "cache" }] },
    current("vmware-to-azure"),
    "n/a",
  ],
])("%j in %j: %j", (facts, within, expected) => {
  expect(verdictOn("cache-storage-high-churn", "deployment", facts, within)).toEqual(expected);
});
