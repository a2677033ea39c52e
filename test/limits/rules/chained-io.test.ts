import { rule } from "../../../limits/rules/chained-io";
import { describeRule } from "../judging";

describeRule(rule, [
  ["set", "vmware", { chainedIo: true }, { findings: ["error storage: chained I/O"] }],
  ["not set", "vmware", { chainedIo: false }, "kept"],
  ["not known", "vmware", {}, { missing: ["chainedIo"] }],
  ["of a wrong type", "vmware", { chainedIo: "yes" }, { missing: ["chainedIo"] }],
  ["where there is no such row", "azure", { chainedIo: true }, "does not apply"],
]);
