import { rule } from "../../../limits/rules/linux-block-devices";
import { describeRule } from "../judging";

describeRule(rule, [
  [
    "multi-queue",
    "vmware",
    {
      name: "app01",
      os: { family: "linux" },
      disks: [{ name: "Hard disk 1", sizeGiB: 40, os: true, multiQueue: true }],
    },
    { findings: ["error disk Hard disk 1: multi-queue I/O"] },
  ],
  [
    "paravirtualised on VMware today",
    "vmware",
    {
      name: "app01",
      os: { family: "linux" },
      disks: [{ name: "Hard disk 1", sizeGiB: 40, os: true, paravirtualized: true, multiQueue: false }],
    },
    "kept",
  ],
  [
    "paravirtualised on a physical server today",
    "physical",
    {
      name: "app01",
      os: { family: "linux" },
      disks: [{ name: "Hard disk 1", sizeGiB: 40, os: true, paravirtualized: true, multiQueue: false }],
    },
    { findings: ["error disk Hard disk 1: paravirtualised device"] },
  ],
  [
    "a PVSCSI controller is no such device",
    "vmware2019",
    {
      name: "app01",
      os: { family: "linux" },
      storageControllers: [{ name: "SCSI 0", driver: "vmw_pvscsi" }],
      disks: [{ name: "Hard disk 1", sizeGiB: 40, os: true, paravirtualized: false, multiQueue: false }],
    },
    "kept",
  ],
  [
    "not known",
    "vmware2019",
    { name: "app01", os: { family: "linux" }, disks: [{ name: "Hard disk 1", sizeGiB: 40, os: true }] },
    { missing: ["disks[].paravirtualized", "disks[].multiQueue"] },
  ],
  [
    "Windows",
    "vmware2019",
    {
      name: "app01",
      os: { family: "windows", name: "Windows Server" },
      disks: [{ name: "Hard disk 1", sizeGiB: 40, os: true, paravirtualized: true }],
    },
    "does not apply",
  ],
]);
