import { rule } from "../../../limits/rules/vmware-tools";
import { describeRule } from "../judging";

describeRule(rule, [
  ["running", "vmware2016", { vmwareTools: { installed: true, running: true } }, "kept"],
  ["running says installed", "vmware2016", { vmwareTools: { running: true } }, "kept"],
  [
    "not installed is reported once",
    "vmware2016",
    { vmwareTools: { installed: false, running: false } },
    { findings: ["error VMware Tools: not installed"] },
  ],
  [
    "not running",
    "vmware2016",
    { powerState: "on", vmwareTools: { installed: true, running: false } },
    { findings: ["error VMware Tools: not running"] },
  ],
  [
    "switched off",
    "vmware2016",
    { powerState: "off", vmwareTools: { installed: true, running: false } },
    { missing: ["vmwareTools.running"] },
  ],
  ["not known", "vmware2016", {}, { missing: ["vmwareTools.installed", "vmwareTools.running"] }],
  ["no row in 2019", "vmware2019", { vmwareTools: { installed: false } }, "does not apply"],
  ["physical servers have none", "physical2016", { vmwareTools: { installed: false } }, "does not apply"],
]);
