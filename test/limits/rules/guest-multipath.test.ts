import { rule } from "../../../limits/rules/guest-multipath";
import { describeRule } from "../judging";

describeRule(rule, [
  ["set", "vmware2019", { multipath: true }, { findings: ["error storage: multipath I/O"] }],
  ["not set", "vmware2019", { multipath: false }, "kept"],
  ["not known", "vmware2019", {}, { missing: ["multipath"] }],
  ["of a wrong type", "vmware2019", { multipath: "yes" }, { missing: ["multipath"] }],
  ["where there is no such row", "hyperv", { multipath: true }, "does not apply"],
]);
