import { rule } from "../../../limits/rules/linux-file-system";
import { describeRule } from "../judging";

describeRule(rule, [
  [
    "all listed ones",
    "physical2019",
    {
      name: "app01",
      os: { family: "linux" },
      volumes: [
        { fileSystem: "ext3" },
        { fileSystem: "EXT4" },
        { fileSystem: "xfs" },
        { fileSystem: "btrfs" },
        { fileSystem: "swap" },
      ],
    },
    "kept",
  ],
  [
    "another one",
    "vmware",
    { name: "app01", os: { family: "linux" }, volumes: [{ mount: "/d", fileSystem: "reiserfs" }] },
    { findings: ["error volume /d: reiserfs"] },
  ],
  [
    "ext2 on /boot of an Azure VM",
    "azure",
    { name: "app01", os: { family: "linux" }, volumes: [{ mount: "/boot", fileSystem: "ext2" }] },
    "kept",
  ],
  [
    "ext2 elsewhere",
    "azure",
    { name: "app01", os: { family: "linux" }, volumes: [{ mount: "/", fileSystem: "ext2" }] },
    { findings: ["error volume /: ext2"] },
  ],
  [
    "ext2 on /boot on premises",
    "vmware",
    { name: "app01", os: { family: "linux" }, volumes: [{ mount: "/boot", fileSystem: "ext2" }] },
    { findings: ["error volume /boot: ext2"] },
  ],
  [
    "not known",
    "vmware2019",
    { name: "app01", os: { family: "linux" }, volumes: [{ mount: "/" }] },
    { missing: ["volumes[].fileSystem"] },
  ],
  [
    "Windows",
    "vmware2019",
    { name: "app01", os: { family: "windows", name: "Windows Server" }, volumes: [{ fileSystem: "refs" }] },
    "does not apply",
  ],
]);
