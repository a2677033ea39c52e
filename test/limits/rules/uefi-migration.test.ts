import { rule } from "../../../limits/rules/uefi-migration";
import { describeRule } from "../judging";

describeRule(rule, [
  [
    "ReFS",
    "migration2019",
    {
      name: "app01",
      os: { family: "windows", name: "Windows Server" },
      firmware: "uefi",
      mobilityServiceVersion: "9.13",
      failbackPlanned: false,
      disks: [{ name: "Hard disk 1", sizeGiB: 40, os: true, partitionCount: 4 }],
      volumes: [{ mount: "D:", fileSystem: "refs" }],
    },
    { findings: ["error volume D:: refs"] },
  ],
  [
    "an old agent",
    "migration2019",
    {
      name: "app01",
      os: { family: "windows", name: "Windows Server" },
      firmware: "uefi",
      mobilityServiceVersion: "9.9",
      failbackPlanned: false,
      disks: [{ name: "Hard disk 1", sizeGiB: 40, os: true, partitionCount: 4 }],
      volumes: [{ fileSystem: "ntfs" }],
    },
    { findings: ["error firmware: Mobility Service 9.9"] },
  ],
  [
    "failback",
    "migration2019",
    {
      name: "app01",
      os: { family: "windows", name: "Windows Server" },
      firmware: "uefi",
      mobilityServiceVersion: "9.13",
      failbackPlanned: true,
      disks: [{ name: "Hard disk 1", sizeGiB: 40, os: true, partitionCount: 1 }],
      volumes: [{ fileSystem: "ntfs" }],
    },
    { findings: ["error firmware: failback planned"] },
  ],
  [
    "partitions of data disks do not count",
    "migration2019",
    {
      name: "app01",
      os: { family: "windows", name: "Windows Server" },
      firmware: "uefi",
      mobilityServiceVersion: "9.13",
      failbackPlanned: false,
      disks: [
        { name: "Hard disk 1", sizeGiB: 40, os: true, partitionCount: 4 },
        { name: "Hard disk 2", os: false, partitionCount: 9 },
      ],
      volumes: [{ fileSystem: "ntfs" }],
    },
    "kept",
  ],
  [
    "nothing known",
    "migration2019",
    { firmware: "uefi" },
    {
      missing: [
        "mobilityServiceVersion",
        "disks[].partitionCount",
        "volumes[].fileSystem",
        "failbackPlanned",
      ],
    },
  ],
  ["BIOS", "migration2019", { firmware: "bios" }, "kept"],
  ["disaster recovery has another rule", "vmware2019", { firmware: "uefi" }, "does not apply"],
]);
