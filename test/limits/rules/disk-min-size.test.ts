import { rule } from "../../../limits/rules/disk-min-size";
import { describeRule } from "../judging";

describeRule(rule, [
  [
    "exactly 1,024 MB in 2019",
    "vmware2019",
    {
      name: "db01",
      disks: [
        { name: "Hard disk 1", sizeGiB: 40, os: true },
        { name: "Hard disk 2", os: false, sizeGiB: 1 },
      ],
    },
    { findings: ["error disk Hard disk 2: 1 GiB"] },
  ],
  [
    "a little more",
    "vmware2019",
    {
      name: "db01",
      disks: [
        { name: "Hard disk 1", sizeGiB: 40, os: true },
        { name: "Hard disk 2", os: false, sizeGiB: 1.001 },
      ],
    },
    "kept",
  ],
  [
    "exactly 1 GiB today",
    "vmware",
    {
      name: "db01",
      disks: [
        { name: "Hard disk 1", sizeGiB: 40, os: true },
        { name: "Hard disk 2", os: false, sizeGiB: 1 },
      ],
    },
    "kept",
  ],
  [
    "less",
    "hyperv",
    {
      name: "db01",
      disks: [
        { name: "Hard disk 1", sizeGiB: 40, os: true },
        { name: "Hard disk 2", os: false, sizeGiB: 0.5 },
      ],
    },
    { findings: ["error disk Hard disk 2: 0.5 GiB"] },
  ],
  [
    "not known",
    "vmware",
    {
      name: "db01",
      disks: [
        { name: "Hard disk 1", sizeGiB: 40, os: true },
        { name: "Hard disk 2", os: false },
      ],
    },
    { missing: ["disks[].sizeGiB"] },
  ],
  [
    "2016 has no such row",
    "vmware2016",
    {
      name: "db01",
      disks: [
        { name: "Hard disk 1", sizeGiB: 40, os: true },
        { name: "Hard disk 2", os: false, sizeGiB: 0.1 },
      ],
    },
    "does not apply",
  ],
]);
