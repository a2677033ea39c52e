import { expect, it } from "vitest";
import { current, in2016, in2019, verdictOn, type Case } from "./judging";

const refused = ["error azure-storage.premium.supported"];

it.each<Case>([
  [{ sku: "Premium_LRS" }, in2016("hyperv-to-azure"), refused],
  [{ sku: "Premium_LRS" }, in2016("hyperv-vmm-to-azure"), refused],
  [{ sku: "Standard_LRS" }, in2016("hyperv-to-azure"), "kept"],
  [{}, in2016("hyperv-to-azure"), ["? sku"]],
  [{ sku: "Premium_LRS" }, in2016("vmware-to-azure"), "kept"],
  [{ sku: "Premium_LRS" }, in2016("physical-to-azure"), "kept"],
  [{ sku: "Premium_LRS" }, in2019("vmware-to-azure"), "kept"],
  [{ sku: "Premium_LRS" }, current("hyperv-to-azure"), "kept"],
])("%j in %j: %j", (account, scope, expected) => {
  expect(verdictOn("premium-storage-support", "storage-account", account, scope)).toEqual(expected);
});
