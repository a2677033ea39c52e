import { rule } from "../../../limits/rules/replica-disk-type";
import { describeRule } from "../judging";

describeRule(rule, [
  [
    "Premium SSD v2",
    "azure",
    { name: "db01", disks: [{ name: "Hard disk 1", sizeGiB: 40, os: true, targetType: "premium-ssd-v2" }] },
    { findings: ["error disk Hard disk 1: premium-ssd-v2"] },
  ],
  [
    "standard storage",
    "hyperv",
    { name: "db01", disks: [{ name: "Hard disk 1", sizeGiB: 40, os: true, targetType: "standard-hdd" }] },
    "kept",
  ],
  [
    "not known",
    "vmware",
    { name: "db01", disks: [{ name: "Hard disk 1", sizeGiB: 40, os: true }] },
    { missing: ["disks[].targetType"] },
  ],
  [
    "no row in 2019",
    "vmware2019",
    { name: "db01", disks: [{ name: "Hard disk 1", sizeGiB: 40, os: true, targetType: "ultra" }] },
    "does not apply",
  ],
]);
