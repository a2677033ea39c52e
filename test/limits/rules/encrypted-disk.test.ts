import { rule } from "../../../limits/rules/encrypted-disk";
import { describeRule } from "../judging";

describeRule(rule, [
  [
    "encrypted",
    "vmware2016",
    { name: "db01", disks: [{ name: "Hard disk 1", sizeGiB: 1, encrypted: true }] },
    { findings: ["error disk Hard disk 1: encrypted"] },
  ],
  ["not encrypted", "vmware", { name: "db01", disks: [{ name: "Hard disk 1", encrypted: false }] }, "kept"],
  [
    "not known",
    "vmware",
    { name: "db01", disks: [{ name: "Hard disk 1", encrypted: null }] },
    { missing: ["disks[].encrypted"] },
  ],
  [
    "BitLocker counts where it has no row of its own",
    "hyperv",
    { name: "db01", disks: [{ name: "Hard disk 1", bitLockerEnabled: true }] },
    { findings: ["error disk Hard disk 1: encrypted"] },
  ],
  [
    "BitLocker has its own rule in 2019",
    "vmware2019",
    { name: "db01", disks: [{ name: "Hard disk 1", encrypted: false, bitLockerEnabled: true }] },
    "kept",
  ],
  [
    "left out of replication",
    "vmware",
    {
      name: "db01",
      disks: [
        { name: "Hard disk 1", encrypted: false },
        { name: "Hard disk 1", encrypted: true, excluded: true },
      ],
    },
    "kept",
  ],
  [
    "Hyper-V has no such row in 2016",
    "hyperv2016",
    { name: "db01", disks: [{ name: "Hard disk 1", encrypted: true }] },
    "does not apply",
  ],
]);
