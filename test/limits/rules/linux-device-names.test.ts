import { rule } from "../../../limits/rules/linux-device-names";
import { describeRule } from "../judging";

describeRule(rule, [
  [
    "devices",
    "physical2019",
    {
      name: "app01",
      os: { family: "linux" },
      volumes: [{ mount: "/" }],
      disks: [{ deviceName: "device1" }, { deviceName: "Device1" }],
    },
    { findings: ["error device device1: device1, Device1"] },
  ],
  [
    "swap has no mount point of its own",
    "vmware2019",
    {
      name: "app01",
      os: { family: "linux" },
      volumes: [{ mount: "swap" }, { mount: "swap" }, { mount: "/" }],
      disks: [{ name: "Hard disk 1", sizeGiB: 40, os: true, deviceName: "sda" }],
    },
    "kept",
  ],
  [
    "logical volumes today",
    "vmware",
    {
      name: "app01",
      os: { family: "linux" },
      volumes: [
        { mount: "/", manager: "lvm", logicalVolume: "root" },
        { mount: "/d", manager: "lvm", logicalVolume: "Root" },
      ],
      disks: [{ name: "Hard disk 1", sizeGiB: 40, os: true, deviceName: "sda" }],
    },
    { findings: ["error logical volume root: root, Root"] },
  ],
  [
    "not known",
    "vmware2019",
    { name: "app01", os: { family: "linux" } },
    { missing: ["volumes[].mount", "disks[].deviceName"] },
  ],
  [
    "Windows",
    "vmware2019",
    { name: "app01", os: { family: "windows", name: "Windows Server" } },
    "does not apply",
  ],
]);
