import { rule } from "../../../limits/rules/latest-updates";
import { describeRule } from "../judging";

describeRule(rule, [
  [
    "vCenter",
    "vmware2016",
    { machines: [], vcenter: { updatesCurrent: false } },
    { findings: ["warning vCenter Server: updates missing"] },
  ],
  [
    "a Hyper-V host",
    "hyperv2016",
    { machines: [], hosts: [{ updatesCurrent: false }] },
    { findings: ["warning host 1: updates missing"] },
  ],
  [
    "VMM of a secondary site",
    "secondary2016",
    { machines: [], vmm: { updatesCurrent: false } },
    { findings: ["warning VMM: updates missing"] },
  ],
  ["not known", "vmware2016", { machines: [], hosts: [{}] }, { missing: ["hosts[].updatesCurrent"] }],
  ["no hosts", "vmware2016", { machines: [] }, "does not apply"],
]);
