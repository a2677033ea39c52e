import { rule } from "../../../limits/rules/vcenter-version";
import { describeRule } from "../judging";

describeRule(rule, [
  [
    "5.1 in 2016, although vSphere 5.1 is listed",
    "vmware2016",
    { name: "vc1", version: "5.1" },
    { findings: ["error vCenter Server vc1: 5.1"] },
  ],
  ["5.5 in 2016", "vmware2016", { version: "5.5.0" }, "kept"],
  ["8.0 today", "vmware", { version: "8.0.2" }, "kept"],
  ["not known", "vmware", {}, { missing: ["version"] }],
  ["physical servers have none", "physical", { version: "5.0" }, "does not apply"],
]);
