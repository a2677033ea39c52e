import { rule } from "../../../limits/rules/btrfs-layout";
import { describeRule } from "../judging";

describeRule(rule, [
  [
    "two disks",
    "vmware",
    {
      name: "app01",
      os: { family: "linux" },
      volumes: [{ mount: "/d", fileSystem: "btrfs", disks: ["a", "b"], raid: false }],
    },
    { findings: ["error volume /d: 2 disks"] },
  ],
  [
    "RAID",
    "physical2019",
    {
      name: "app01",
      os: { family: "linux" },
      volumes: [{ mount: "/d", fileSystem: "btrfs", disks: ["a"], raid: true }],
    },
    { findings: ["error volume /d: RAID"] },
  ],
  [
    "not known",
    "vmware2019",
    { name: "app01", os: { family: "linux" }, volumes: [{ fileSystem: "btrfs" }] },
    { missing: ["volumes[].disks", "volumes[].raid"] },
  ],
  [
    "other file systems",
    "vmware2019",
    { name: "app01", os: { family: "linux" }, volumes: [{ fileSystem: "ext4", disks: ["a", "b"] }] },
    "kept",
  ],
  [
    "file system not known",
    "vmware2019",
    { name: "app01", os: { family: "linux" }, volumes: [{ mount: "/" }] },
    { missing: ["volumes[].fileSystem"] },
  ],
]);
