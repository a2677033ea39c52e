import { rule } from "../../../limits/rules/fc-disk";
import { describeRule } from "../judging";

describeRule(rule, [
  [
    "Fibre Channel",
    "vmware",
    { name: "db01", disks: [{ name: "Hard disk 1", kind: "fc" }] },
    { findings: ["error disk Hard disk 1: fc"] },
  ],
  ["a virtual disk", "vmware2019", { name: "db01", disks: [{ name: "Hard disk 1", kind: "vmdk" }] }, "kept"],
  ["not known", "hyperv", { name: "db01", disks: [{ name: "Hard disk 1" }] }, { missing: ["disks[].kind"] }],
  [
    "2016 has no such row",
    "vmware2016",
    { name: "db01", disks: [{ name: "Hard disk 1", kind: "fc" }] },
    "does not apply",
  ],
]);
