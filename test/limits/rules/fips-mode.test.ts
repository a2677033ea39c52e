import { rule } from "../../../limits/rules/fips-mode";
import { describeRule } from "../judging";

describeRule(rule, [
  ["set", "vmware", { fipsMode: true }, { findings: ["error operating system: FIPS mode"] }],
  ["not set", "vmware", { fipsMode: false }, "kept"],
  ["not known", "vmware", {}, { missing: ["fipsMode"] }],
  ["of a wrong type", "vmware", { fipsMode: "yes" }, { missing: ["fipsMode"] }],
  ["where there is no such row", "hyperv", { fipsMode: true }, "does not apply"],
]);
