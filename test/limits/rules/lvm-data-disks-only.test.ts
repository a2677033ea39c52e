import { rule } from "../../../limits/rules/lvm-data-disks-only";
import { describeRule } from "../judging";

describeRule(rule, [
  [
    "the system on LVM is reported once",
    "vmm",
    { name: "app01", os: { family: "linux" }, volumes: [{ mount: "/", manager: "lvm2" }] },
    { findings: ["error volume /: lvm2"] },
  ],
  [
    "not known",
    "hyperv",
    { name: "app01", os: { family: "linux" }, volumes: [{ mount: "/" }] },
    { missing: ["volumes[].manager"] },
  ],
  [
    "Windows",
    "hyperv",
    { name: "app01", os: { family: "windows", name: "Windows Server" } },
    "does not apply",
  ],
  [
    "VMware has no such row",
    "vmware",
    { name: "app01", os: { family: "linux" }, volumes: [{ mount: "/", manager: "lvm" }] },
    "does not apply",
  ],
]);
