import { rule } from "../../../limits/rules/vcenter-recommended";
import { describeRule } from "../judging";

describeRule(rule, [
  [
    "none in 2016",
    "vmware2016",
    { machines: [], hosts: [{ name: "esx1" }] },
    { findings: ["warning site: no vCenter Server"] },
  ],
  [
    "a recommendation in 2019, never reported",
    "vmware2019",
    { machines: [], hosts: [{ name: "esx1" }] },
    "kept",
  ],
  ["hosts not known", "vmware2016", { machines: [] }, "does not apply"],
]);
