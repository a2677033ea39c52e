import { rule } from "../../../limits/rules/nfs-mount";
import { describeRule } from "../judging";

describeRule(rule, [
  [
    "a mount, with a warning in 2019",
    "vmware2019",
    { volumes: [{ mount: "/n", fileSystem: "NFS4" }] },
    { findings: ["warning volume /n: nfs4"] },
  ],
  [
    "a mount, refused today",
    "vmware",
    { volumes: [{ mount: "/n", fileSystem: "nfs" }] },
    { findings: ["error volume /n: nfs"] },
  ],
  [
    "a disk",
    "vmware",
    { name: "db01", disks: [{ name: "Hard disk 1", kind: "nfs" }] },
    { findings: ["error disk Hard disk 1: nfs"] },
  ],
  ["none", "vmware", { volumes: [{ mount: "/", fileSystem: "ext4" }] }, "kept"],
  ["not known", "vmware", {}, { missing: ["volumes[].fileSystem"] }],
  ["no row in 2016", "vmware2016", { volumes: [{ mount: "/n", fileSystem: "nfs" }] }, "does not apply"],
]);
