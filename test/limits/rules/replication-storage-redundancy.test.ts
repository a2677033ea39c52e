import { expect, it } from "vitest";
import { current, in2016, in2019, verdictOn, type Case } from "./judging";

const vmware = "vmware-to-azure";
const unlisted = ["warning azure-storage.redundancy.unlisted"];

it.each<Case>([
  [{ sku: "Standard_LRS" }, in2016(vmware), "kept"],
  [{ sku: "Standard_GRS" }, in2016("hyperv-to-azure"), "kept"],
  [{ sku: "Premium_LRS" }, in2016(vmware), "kept"],
  [{ sku: "Standard_RAGRS" }, in2016(vmware), unlisted],
  [{ sku: "Standard_ZRS" }, in2016(vmware), unlisted],
  [{ sku: "Standard_Invented" }, in2016(vmware), ["error azure-storage.redundancy.allowed"]],
  [{ sku: "Standard_RAGRS" }, in2019(vmware), "kept"],
  [{ sku: "Premium_LRS" }, in2019(vmware), "kept"],
  [{ sku: "Standard_GZRS" }, in2019("physical-to-azure"), unlisted],
  [{ sku: "Standard_ZRS" }, current(vmware), unlisted],
  [{ sku: "Standard_ZRS" }, current("hyperv-to-azure"), ["error azure-storage.redundancy.refused"]],
  [{ sku: "Standard_RAGZRS" }, current("hyperv-vmm-to-azure"), ["error azure-storage.redundancy.refused"]],
  [{ sku: "Standard_ZRS" }, current("azure-to-azure"), "kept"],
  [{ sku: "Standard_RAGRS" }, current("azure-to-azure"), "kept"],
  [{}, in2016(vmware), ["? sku"]],
  [{ sku: { name: "Standard_LRS" } }, in2019(vmware), ["? sku"]],
])("%j in %j: %j", (account, scope, expected) => {
  expect(verdictOn("replication-storage-redundancy", "storage-account", account, scope)).toEqual(expected);
});
