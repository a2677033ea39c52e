import { rule } from "../../../limits/rules/bitlocker-disk";
import { describeRule } from "../judging";

describeRule(rule, [
  [
    "on",
    "vmware2019",
    {
      name: "app01",
      os: { family: "windows", name: "Windows Server" },
      disks: [{ name: "Hard disk 1", sizeGiB: 40, os: true, bitLockerEnabled: true }],
    },
    { findings: ["error disk Hard disk 1: BitLocker on"] },
  ],
  [
    "off",
    "physical2019",
    {
      name: "app01",
      os: { family: "windows", name: "Windows Server" },
      disks: [{ name: "Hard disk 1", sizeGiB: 40, os: true, bitLockerEnabled: false }],
    },
    "kept",
  ],
  [
    "not known",
    "vmware2019",
    {
      name: "app01",
      os: { family: "windows", name: "Windows Server" },
      disks: [{ name: "Hard disk 1", sizeGiB: 40, os: true }],
    },
    { missing: ["disks[].bitLockerEnabled"] },
  ],
  [
    "Linux",
    "vmware2019",
    { name: "app01", os: { family: "linux" }, disks: [{ name: "Hard disk 1", sizeGiB: 40, os: true }] },
    "does not apply",
  ],
  [
    "no row of its own today",
    "vmware",
    {
      name: "app01",
      os: { family: "windows", name: "Windows Server" },
      disks: [{ name: "Hard disk 1", sizeGiB: 40, os: true, bitLockerEnabled: true }],
    },
    "does not apply",
  ],
]);
