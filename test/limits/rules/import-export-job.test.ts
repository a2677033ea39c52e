import { expect, it } from "vitest";
import { current, in2019, verdictOn, type Case } from "./judging";

const scope = in2019("vmware-to-azure");
const storageAccounts = [{ name: "replica" }];

it.each<Case>([
  [
    { storageAccounts, importExportAccountIds: ["/x/REPLICA"] },
    scope,
    ["warning azure-storage.import-export"],
  ],
  [{ storageAccounts, importExportAccountIds: ["/x/other"] }, scope, "kept"],
  [{ storageAccounts, importExportAccountIds: [] }, scope, "kept"],
  [{ storageAccounts }, scope, ["? importExportAccountIds"]],
  [{}, scope, ["? storageAccounts"]],
  // Told and never reported under the current edition.
  [{ storageAccounts, importExportAccountIds: ["/x/replica"] }, current("vmware-to-azure"), "kept"],
])("%j in %j: %j", (facts, within, expected) => {
  expect(verdictOn("import-export-job", "deployment", facts, within)).toEqual(expected);
});
