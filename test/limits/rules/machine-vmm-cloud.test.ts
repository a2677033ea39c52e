import { rule } from "../../../limits/rules/machine-vmm-cloud";
import { describeRule } from "../judging";

describeRule(rule, [
  ["in none", "secondary2016", { vmmCloud: null }, { findings: ["error machine: no VMM cloud"] }],
  ["not known", "secondary2016", {}, { missing: ["vmmCloud"] }],
  ["Azure needs none", "vmm2016", { vmmCloud: null }, "does not apply"],
]);
