import { expect, it } from "vitest";
import { in2016, verdictOn, type Case } from "./judging";

const scope = in2016("vmware-to-azure");
const vault = { portal: "classic" };

it.each<Case>([
  [{ vault, storageAccounts: [{ sku: "Standard_GRS" }] }, scope, "kept"],
  [
    { vault, storageAccounts: [{ sku: "Standard_LRS" }] },
    scope,
    ["error azure-storage.classic-portal.redundancy"],
  ],
  [
    { vault, storageAccounts: [{ sku: "Premium_LRS" }] },
    scope,
    ["error azure-storage.classic-portal.premium"],
  ],
  [
    { vault, storageAccounts: [{ sku: "Premium_LRS" }] },
    in2016("hyperv-to-azure"),
    ["error azure-storage.classic-portal.redundancy"],
  ],
  [{ vault: { portal: "azure" }, storageAccounts: [{ sku: "Standard_LRS" }] }, scope, "n/a"],
  [{ vault, storageAccounts: [{}] }, scope, ["? storageAccounts[].sku"]],
  [{ vault }, scope, ["? storageAccounts"]],
  [{}, scope, ["? vault.portal"]],
])("%j in %j: %j", (facts, within, expected) => {
  expect(verdictOn("classic-portal-storage", "deployment", facts, within)).toEqual(expected);
});
