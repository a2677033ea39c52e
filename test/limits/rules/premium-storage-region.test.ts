import { expect, it } from "vitest";
import { in2016, in2019, verdictOn, type Case } from "./judging";

const vmware = in2016("vmware-to-azure");
const excluded = ["error azure-storage.premium.excluded-regions"];

it.each<Case>([
  [{ sku: "Premium_LRS", location: "southindia" }, vmware, excluded],
  [{ sku: "Premium_LRS", location: "Central India" }, vmware, excluded],
  [{ sku: "Premium_LRS", location: "South India" }, in2016("physical-to-azure"), excluded],
  [{ sku: "Premium_LRS", location: "westindia" }, vmware, "kept"],
  [{ sku: "Premium_LRS", location: "westeurope" }, vmware, "kept"],
  [{ sku: "Standard_LRS", location: "southindia" }, vmware, "kept"],
  [{ sku: "Standard_GRS", location: "centralindia" }, in2016("hyperv-to-azure"), "kept"],
  [{ sku: "Premium_LRS" }, vmware, ["? location"]],
  [{ location: "southindia" }, vmware, ["? sku"]],
  [{ location: "westindia" }, vmware, "kept"],
  [{ sku: "Premium_LRS", location: "southindia" }, in2016("hyperv-to-azure"), "n/a"],
  [{ sku: "Premium_LRS", location: "southindia" }, in2019("vmware-to-azure"), "n/a"],
])("%j in %j: %j", (account, scope, expected) => {
  expect(verdictOn("premium-storage-region", "storage-account", account, scope)).toEqual(expected);
});
