import { rule } from "../../../limits/rules/linux-boot-volume";
import { describeRule } from "../judging";

describeRule(rule, [
  [
    "old agent",
    "vmware2019",
    {
      name: "app01",
      os: { family: "linux" },
      mobilityServiceVersion: "9.19",
      volumes: [{ mount: "/", manager: "lvm2", disks: ["a"] }],
    },
    { findings: ["error volume /: /boot on LVM, Mobility Service 9.19"] },
  ],
  [
    "on a partition of its own",
    "vmware2019",
    {
      name: "app01",
      os: { family: "linux" },
      mobilityServiceVersion: "9.1",
      volumes: [
        { mount: "/boot", manager: "partition" },
        { mount: "/", manager: "lvm", disks: ["a", "b"] },
      ],
    },
    "kept",
  ],
  [
    "two disks",
    "azure",
    {
      name: "app01",
      os: { family: "linux" },
      volumes: [{ mount: "/boot", manager: "lvm", disks: ["a", "b"] }],
    },
    { findings: ["error volume /boot: 2 disks"] },
  ],
  [
    "agent and disks not known",
    "vmware2019",
    { name: "app01", os: { family: "linux" }, volumes: [{ mount: "/", manager: "lvm" }] },
    { missing: ["mobilityServiceVersion", "volumes[].disks"] },
  ],
  [
    "manager not known",
    "vmware2019",
    { name: "app01", os: { family: "linux" }, volumes: [{ mount: "/" }] },
    { missing: ["volumes[].manager"] },
  ],
  [
    "volumes not known",
    "vmware2019",
    { name: "app01", os: { family: "linux" } },
    { missing: ["volumes[].mount"] },
  ],
  [
    "Windows",
    "vmware2019",
    { name: "app01", os: { family: "windows", name: "Windows Server" } },
    "does not apply",
  ],
]);
