import { rule } from "../../../limits/rules/vsphere-host-required";
import { describeRule } from "../judging";

describeRule(rule, [
  [
    "none",
    "vmware2016",
    { machines: [], hosts: [{ kind: "hyperv" }] },
    { findings: ["error site: 0 hosts"] },
  ],
  ["not known", "vmware2016", { machines: [] }, { missing: ["hosts"] }],
  ["no row in 2019", "vmware2019", { machines: [], hosts: [] }, "does not apply"],
]);
