import { rule } from "../../../limits/rules/encryption-at-host";
import { describeRule } from "../judging";

describeRule(rule, [
  ["on", "hyperv", { encryptionAtHost: true }, { findings: ["error target: encryption at host"] }],
  ["off", "vmware", { encryptionAtHost: false }, "kept"],
  ["not known", "vmware", {}, { missing: ["encryptionAtHost"] }],
  ["Azure VMs may have it", "azure", { encryptionAtHost: true }, "does not apply"],
]);
