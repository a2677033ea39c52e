import { expect, it } from "vitest";
import { in2016, in2019, verdictOn, type Case } from "./judging";

const scope = in2016("vmware-to-azure");

it.each<Case>([
  [{ sku: "Standard_GRS", role: "replication" }, scope, "kept"],
  [{ sku: "Standard_LRS", role: "replication" }, scope, ["warning azure-storage.redundancy.recommended"]],
  [{ sku: "Standard_LRS", role: "log" }, scope, "n/a"],
  [{ sku: "Standard_LRS", role: "cache" }, scope, "n/a"],
  [{ sku: "Standard_LRS" }, scope, ["? role"]],
  [{ sku: "Premium_LRS", role: "replication" }, scope, "kept"],
  [{ role: "replication" }, scope, ["? sku"]],
  [{ sku: "Standard_LRS", role: "replication" }, in2019("vmware-to-azure"), "n/a"],
])("%j in %j: %j", (account, within, expected) => {
  expect(verdictOn("replication-storage-recommended-redundancy", "storage-account", account, within)).toEqual(
    expected,
  );
});
