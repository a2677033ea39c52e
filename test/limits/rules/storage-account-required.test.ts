import { expect, it } from "vitest";
import { in2016, in2019, verdictOn, type Case } from "./judging";

const scope = in2016("vmware-to-azure");

it.each<Case>([
  [{ storageAccounts: [] }, scope, ["error azure-storage.account.required"]],
  [{ storageAccounts: [{}] }, scope, "kept"],
  [{ storageAccounts: [], protectedItems: [{ storageAccountId: "/x/elsewhere" }] }, scope, "kept"],
  [
    { storageAccounts: [], protectedItems: [{ storageAccountId: null }] },
    scope,
    ["error azure-storage.account.required"],
  ],
  [{}, scope, ["? storageAccounts"]],
  [{ storageAccounts: [] }, in2019("vmware-to-azure"), "n/a"],
])("%j in %j: %j", (facts, within, expected) => {
  expect(verdictOn("storage-account-required", "deployment", facts, within)).toEqual(expected);
});
