import { rule } from "../../../limits/rules/excluded-disk";
import { describeRule } from "../judging";

const disk = { name: "Hard disk 2", sizeGiB: 10, os: false };

describeRule(rule, [
  [
    "a disk of a physical server",
    "physical",
    { disks: [{ ...disk, excluded: true }] },
    { findings: ["warning disk Hard disk 2: left out of replication"] },
  ],
  ["none", "physical", { disks: [disk, { ...disk, excluded: false }] }, "kept"],
  ["disks not known", "physical", {}, { missing: ["disks[].excluded"] }],
  ["VMware may leave disks out", "vmware", { disks: [{ ...disk, excluded: true }] }, "does not apply"],
  [
    "physical servers could in 2019",
    "physical2019",
    { disks: [{ ...disk, excluded: true }] },
    "does not apply",
  ],
]);
