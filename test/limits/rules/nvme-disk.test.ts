import { rule } from "../../../limits/rules/nvme-disk";
import { describeRule } from "../judging";

describeRule(rule, [
  [
    "Windows",
    "vmware",
    {
      name: "app01",
      os: { family: "windows", name: "Windows Server" },
      disks: [{ name: "Hard disk 1", sizeGiB: 40, os: true, controller: "nvme" }],
    },
    "kept",
  ],
  [
    "Linux",
    "physical",
    {
      name: "app01",
      os: { family: "linux", name: "Ubuntu", version: "24.04" },
      disks: [{ name: "Hard disk 1", sizeGiB: 40, os: true, controller: "nvme" }],
    },
    { findings: ["error disk Hard disk 1: nvme on Ubuntu 24.04"] },
  ],
  [
    "Linux in Azure, listed",
    "azure",
    {
      name: "app01",
      os: { family: "linux", name: "Ubuntu", version: "24.04" },
      azure: { mixedDiskControllers: false },
      disks: [{ name: "Hard disk 1", sizeGiB: 40, os: true, controller: "nvme" }],
    },
    "kept",
  ],
  [
    "Linux in Azure, not listed",
    "azure",
    {
      name: "app01",
      os: { family: "linux", name: "Ubuntu", version: "22.04" },
      azure: { mixedDiskControllers: false },
      disks: [{ name: "Hard disk 1", sizeGiB: 40, os: true, controller: "nvme" }],
    },
    { findings: ["error disk Hard disk 1: nvme on Ubuntu 22.04"] },
  ],
  [
    "mixed controllers",
    "azure",
    {
      name: "app01",
      os: { family: "windows", name: "Windows Server" },
      azure: { mixedDiskControllers: true },
      disks: [{ name: "Hard disk 1", sizeGiB: 40, os: true, controller: "scsi" }],
    },
    { findings: ["error disk controllers: mixed controllers"] },
  ],
  [
    "not known",
    "azure",
    {
      name: "app01",
      os: { family: "windows", name: "Windows Server" },
      disks: [{ name: "Hard disk 1", sizeGiB: 40, os: true }],
    },
    { missing: ["disks[].controller", "azure.mixedDiskControllers"] },
  ],
  [
    "family not known",
    "vmware",
    { disks: [{ name: "Hard disk 1", sizeGiB: 40, os: true, controller: "nvme" }] },
    { missing: ["os.family"] },
  ],
]);
