import { expect, it } from "vitest";
import { current, verdictOn, type Case } from "./judging";

const scope = current("vmware-to-azure");
const accountId = "/subscriptions/s/resourceGroups/r/providers/Microsoft.Storage/storageAccounts/c";
const privateEndpoints = [{ name: "pe", targetId: accountId, groupIds: ["blob"] }];

it.each<Case>([
  [{ privateEndpoints, storageAccounts: [{ id: accountId, kind: "StorageV2" }] }, scope, "kept"],
  [
    { privateEndpoints, storageAccounts: [{ id: accountId, kind: "Storage" }] },
    scope,
    ["warning vault.private-endpoint.storage-kind"],
  ],
  [{ privateEndpoints, storageAccounts: [{ id: accountId }] }, scope, ["? storageAccounts[].kind"]],
  [{ privateEndpoints, storageAccounts: [] }, scope, "kept"],
  [{ privateEndpoints: [{ groupIds: ["blob"] }] }, scope, ["? privateEndpoints[].targetId"]],
  [{}, scope, ["? privateEndpoints"]],
])("%j in %j: %j", (facts, within, expected) => {
  expect(verdictOn("private-endpoint-storage-kind", "deployment", facts, within)).toEqual(expected);
});
