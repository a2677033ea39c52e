import { rule } from "../../../limits/rules/sector-size";
import { describeRule } from "../judging";

describeRule(rule, [
  [
    "512 bytes",
    "vmware",
    { name: "db01", disks: [{ name: "Hard disk 1", sizeGiB: 40, os: true, logicalSectorBytes: 512 }] },
    "kept",
  ],
  [
    "4,096 logical, 512 physical",
    "physical",
    {
      name: "db01",
      disks: [
        { name: "Hard disk 1", sizeGiB: 40, os: true, logicalSectorBytes: 4096, physicalSectorBytes: 512 },
      ],
    },
    { findings: ["error disk Hard disk 1: 4096 bytes logical, 512 bytes physical"] },
  ],
  [
    "the same on Hyper-V",
    "hyperv",
    {
      name: "db01",
      disks: [
        { name: "Hard disk 1", sizeGiB: 40, os: true, logicalSectorBytes: 4096, physicalSectorBytes: 512 },
      ],
    },
    "kept",
  ],
  [
    "4,096 bytes on Hyper-V",
    "hyperv",
    {
      name: "db01",
      disks: [
        { name: "Hard disk 1", sizeGiB: 40, os: true, logicalSectorBytes: 4096, physicalSectorBytes: 4096 },
      ],
    },
    { findings: ["error disk Hard disk 1: 4096 bytes logical, 4096 bytes physical"] },
  ],
  [
    "physical size not known",
    "vmware",
    { name: "db01", disks: [{ name: "Hard disk 1", sizeGiB: 40, os: true, logicalSectorBytes: 4096 }] },
    { missing: ["disks[].physicalSectorBytes"] },
  ],
  [
    "not known",
    "vmware",
    { name: "db01", disks: [{ name: "Hard disk 1", sizeGiB: 40, os: true }] },
    { missing: ["disks[].logicalSectorBytes"] },
  ],
  [
    "accepted in 2019",
    "vmware2019",
    {
      name: "db01",
      disks: [
        { name: "Hard disk 1", sizeGiB: 40, os: true, logicalSectorBytes: 4096, physicalSectorBytes: 4096 },
      ],
    },
    "does not apply",
  ],
]);
