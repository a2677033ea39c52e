import { rule } from "../../../limits/rules/dynamic-os-disk";
import { describeRule } from "../judging";

describeRule(rule, [
  [
    "dynamic",
    "physical2016",
    {
      name: "app01",
      os: { family: "windows", name: "Windows Server" },
      disks: [{ name: "Hard disk 1", sizeGiB: 40, os: true, dynamic: true }],
    },
    { findings: ["error disk Hard disk 1: dynamic disk"] },
  ],
  [
    "a dynamic data disk",
    "vmware",
    {
      name: "app01",
      os: { family: "windows", name: "Windows Server" },
      disks: [
        { name: "Hard disk 1", sizeGiB: 40, os: true, dynamic: false },
        { name: "Hard disk 2", os: false, dynamic: true },
      ],
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
    { missing: ["disks[].dynamic"] },
  ],
  [
    "dynamic, and perhaps the system's",
    "vmware2019",
    {
      name: "app01",
      os: { family: "windows", name: "Windows Server" },
      disks: [{ dynamic: true }, { dynamic: false }],
    },
    { missing: ["disks[].os"] },
  ],
  [
    "Linux",
    "vmware2019",
    { name: "app01", os: { family: "linux" }, disks: [{ name: "Hard disk 1", sizeGiB: 40, os: true }] },
    "does not apply",
  ],
  [
    "family not known",
    "vmware2019",
    { name: "db01", disks: [{ name: "Hard disk 1", sizeGiB: 40, os: true }] },
    { missing: ["os.family"] },
  ],
]);
