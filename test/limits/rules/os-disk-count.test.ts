import { rule } from "../../../limits/rules/os-disk-count";
import { describeRule } from "../judging";

describeRule(rule, [
  [
    "one",
    "vmware",
    {
      name: "db01",
      disks: [
        { name: "Hard disk 1", sizeGiB: 40, os: true },
        { name: "Hard disk 2", os: false, sizeGiB: 10 },
      ],
    },
    "kept",
  ],
  [
    "two",
    "vmware2019",
    {
      name: "db01",
      disks: [
        { name: "Hard disk 1", sizeGiB: 40, os: true },
        { name: "b", sizeGiB: 40, os: true },
      ],
    },
    { findings: ["error disks: 2 operating-system disks"] },
  ],
  [
    "none",
    "vmware2019",
    {
      name: "db01",
      disks: [
        { name: "Hard disk 2", os: false, sizeGiB: 10 },
        { name: "Hard disk 2", os: false, sizeGiB: 20 },
      ],
    },
    { findings: ["error disks: 0 operating-system disks"] },
  ],
  [
    "left out of replication",
    "hyperv",
    {
      name: "db01",
      disks: [
        { name: "Hard disk 1", sizeGiB: 40, os: true, excluded: true },
        { name: "Hard disk 2", os: false, sizeGiB: 10 },
      ],
    },
    { findings: ["error disks: 0 operating-system disks"] },
  ],
  [
    "not known",
    "vmware2019",
    { name: "db01", disks: [{ sizeGiB: 1 }, { sizeGiB: 2 }] },
    { missing: ["disks[].os"] },
  ],
  ["the only disk", "vmware2019", { name: "db01", disks: [{ sizeGiB: 40 }] }, "kept"],
  [
    "2016 has no such row",
    "vmware2016",
    { name: "db01", disks: [{ sizeGiB: 1 }, { sizeGiB: 2 }] },
    "does not apply",
  ],
]);
