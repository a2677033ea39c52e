import { rule } from "../../../limits/rules/shared-disk";
import { describeRule } from "../judging";

describeRule(rule, [
  [
    "shared",
    "hyperv2016",
    { name: "db01", disks: [{ name: "Hard disk 1", shared: true }] },
    { findings: ["error disk Hard disk 1: shared"] },
  ],
  ["not shared", "vmware", { name: "db01", disks: [{ name: "Hard disk 1", shared: false }] }, "kept"],
  [
    "not known",
    "vmware2016",
    { name: "db01", disks: [{ name: "Hard disk 1" }] },
    { missing: ["disks[].shared"] },
  ],
  [
    "physical servers have no such row in 2016",
    "physical2016",
    { name: "db01", disks: [{ name: "Hard disk 1", shared: true }] },
    "does not apply",
  ],
  [
    "Azure VMs have a rule of their own",
    "azure",
    { name: "db01", disks: [{ name: "Hard disk 1", shared: true }] },
    "does not apply",
  ],
]);
