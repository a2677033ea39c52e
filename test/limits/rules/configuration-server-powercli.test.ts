import { rule } from "../../../limits/rules/configuration-server-powercli";
import { describeRule } from "../judging";

describeRule(rule, [
  ["6.0", "vmware2016", { powerCliVersion: "6.0.0" }, "kept"],
  ["6.5 in 2016", "vmware2016", { powerCliVersion: "6.5" }, { findings: ["error PowerCLI: 6.5"] }],
  [
    "9.9 is older than 9.14",
    "vmware2019",
    { version: "9.9", powerCliVersion: "6.5" },
    { findings: ["warning PowerCLI: 6.5"] },
  ],
  ["not needed any more", "vmware2019", { version: "9.24", powerCliVersion: "5.8" }, "kept"],
  ["version not known", "vmware2019", {}, { missing: ["version"] }],
  ["not known", "vmware2016", {}, { missing: ["powerCliVersion"] }],
  ["physical servers need none", "physical2019", {}, "does not apply"],
]);
