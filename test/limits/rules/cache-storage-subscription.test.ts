import { expect, it } from "vitest";
import { current, verdictOn, type Case } from "./judging";

const scope = current("azure-to-azure");
const id = "/subscriptions/S2/resourceGroups/r/providers/Microsoft.Storage/storageAccounts/c";
const refused = ["warning azure-storage.cache.subscription"];

it.each<Case>([
  [{ sourceSubscriptionId: "s1", storageAccounts: [{ subscriptionId: "S1", role: "cache" }] }, scope, "kept"],
  [{ sourceSubscriptionId: "s1", storageAccounts: [{ id, role: "cache" }] }, scope, refused],
  [{ sourceSubscriptionId: "s2", storageAccounts: [{ id, role: "cache" }] }, scope, "kept"],
  [{ sourceSubscriptionId: "s1", storageAccounts: [{ id }] }, scope, ["? storageAccounts[].role"]],
  [
    { sourceSubscriptionId: "s1", storageAccounts: [{ role: "cache" }] },
    scope,
    ["? storageAccounts[].subscriptionId"],
  ],
  [{ sourceSubscriptionId: "s1", storageAccounts: [{ id, role: "replication" }] }, scope, "n/a"],
  [{ storageAccounts: [{ id, role: "cache" }] }, scope, ["? sourceSubscriptionId"]],
  [{}, scope, ["? storageAccounts"]],
  [
    { sourceSubscriptionId: "s1", storageAccounts: [{ id, role: "cache" }] },
    current("vmware-to-azure"),
    "n/a",
  ],
])("%j in %j: %j", (facts, within, expected) => {
  expect(verdictOn("cache-storage-subscription", "deployment", facts, within)).toEqual(expected);
});
