import { expect, it } from "vitest";
import { current, verdictOn, type Case } from "./judging";

it.each<Case>([
  [
    { securityType: "TrustedLaunch" },
    current("azure-to-azure"),
    ["warning azure-vm.security-type.trusted-launch"],
  ],
  [
    { securityType: "TrustedLaunch" },
    current("hyperv-to-azure"),
    ["error azure-vm.security-type.trusted-launch"],
  ],
  [
    { securityType: "ConfidentialVM" },
    current("azure-to-azure"),
    ["error azure-vm.security-type.confidential"],
  ],
  [
    { securityType: "confidentialvm" },
    current("hyperv-vmm-to-azure"),
    ["error azure-vm.security-type.confidential"],
  ],
  [{ securityType: "Standard" }, current("azure-to-azure"), "kept"],
  [{ securityType: null }, current("azure-to-azure"), "kept"],
  [{}, current("azure-to-azure"), ["? securityType"]],
  [{ securityType: "ConfidentialVM" }, current("vmware-to-azure"), "n/a"],
])("%j in %j: %j", (facts, within, expected) => {
  expect(verdictOn("security-type", "protected-item", facts, within)).toEqual(expected);
});
