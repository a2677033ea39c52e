import { rule } from "../../../limits/rules/vcenter-features";
import { describeRule } from "../judging";

describeRule(rule, [
  [
    "both severities of 2016",
    "vmware2016",
    { featuresInUse: ["storage-drs", "virtual-volumes", "drs"] },
    { findings: ["warning vCenter Server: storage-drs", "error vCenter Server: virtual-volumes"] },
  ],
  [
    "Storage vMotion today",
    "vmware",
    { featuresInUse: ["storage-vmotion"] },
    { findings: ["warning vCenter Server: storage-vmotion"] },
  ],
  ["allowed while migrating", "migration", { featuresInUse: ["storage-vmotion"] }, "does not apply"],
  ["not known", "vmware2016", {}, { missing: ["featuresInUse"] }],
  ["no row in 2019", "vmware2019", { featuresInUse: ["virtual-volumes"] }, "does not apply"],
]);
