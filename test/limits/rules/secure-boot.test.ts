import { rule } from "../../../limits/rules/secure-boot";
import { describeRule } from "../judging";

describeRule(rule, [
  ["on", "hyperv", { generation: 2, secureBoot: true }, { findings: ["error firmware: Secure Boot on"] }],
  ["off", "vmware", { firmware: "uefi", secureBoot: false }, "kept"],
  ["BIOS", "vmware", { firmware: "bios" }, "kept"],
  ["UEFI, not known", "vmware", { firmware: "uefi" }, { missing: ["secureBoot"] }],
  ["firmware not known", "vmware", {}, { missing: ["firmware"] }],
  ["firmware not known, off", "vmware", { secureBoot: false }, "kept"],
  ["no row in 2019", "vmware2019", { firmware: "uefi", secureBoot: true }, "does not apply"],
]);
