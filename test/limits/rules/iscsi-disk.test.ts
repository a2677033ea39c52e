import { rule } from "../../../limits/rules/iscsi-disk";
import { describeRule } from "../judging";

describeRule(rule, [
  [
    "accepted with a warning in 2016",
    "vmware2016",
    { name: "db01", disks: [{ name: "Hard disk 1", kind: "iscsi" }] },
    { findings: ["warning disk Hard disk 1: iscsi"] },
  ],
  [
    "refused in 2019",
    "physical2019",
    { name: "db01", disks: [{ name: "Hard disk 1", kind: "iscsi" }] },
    { findings: ["error disk Hard disk 1: iscsi"] },
  ],
  [
    "refused today",
    "vmware",
    { name: "db01", disks: [{ name: "Hard disk 1", kind: "iscsi" }] },
    { findings: ["error disk Hard disk 1: iscsi"] },
  ],
  [
    "migration takes them today",
    "migration",
    { name: "db01", disks: [{ name: "Hard disk 1", kind: "iscsi" }] },
    "does not apply",
  ],
  [
    "an ordinary disk",
    "vmware2019",
    { name: "db01", disks: [{ name: "Hard disk 1", kind: "vmdk" }] },
    "kept",
  ],
  [
    "not known",
    "vmware2019",
    { name: "db01", disks: [{ name: "Hard disk 1" }] },
    { missing: ["disks[].kind"] },
  ],
  [
    "Hyper-V has no such row",
    "hyperv2016",
    { name: "db01", disks: [{ name: "Hard disk 1", kind: "iscsi" }] },
    "does not apply",
  ],
]);
