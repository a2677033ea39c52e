import { rule } from "../../../limits/rules/firmware-uefi";
import { describeRule } from "../judging";

describeRule(rule, [
  ["BIOS", "vmware2016", { firmware: "bios" }, "kept"],
  ["UEFI in 2016", "vmware2016", { firmware: "uefi" }, { findings: ["error firmware: uefi"] }],
  ["generation 2 in 2016", "hyperv2016", { generation: 2 }, { findings: ["error firmware: generation 2"] }],
  [
    "physical servers by analogy in 2016",
    "physical2016",
    { firmware: "uefi" },
    { findings: ["error firmware: uefi"] },
  ],
  [
    "disaster recovery in 2019",
    "vmware2019",
    { name: "app01", os: { family: "windows", name: "Windows Server", version: "2016" }, firmware: "uefi" },
    { findings: ["error firmware: uefi"] },
  ],
  [
    "migration in 2019",
    "migration2019",
    { name: "app01", os: { family: "windows", name: "Windows Server", version: "2016" }, firmware: "uefi" },
    "kept",
  ],
  [
    "migration of Windows Server 2008 R2",
    "migration2019",
    {
      name: "app01",
      os: { family: "windows", name: "Windows Server", version: "2008 R2" },
      firmware: "uefi",
    },
    { findings: ["error operating system: Windows Server 2008 R2 on UEFI"] },
  ],
  [
    "migration of Windows 10",
    "migration2019",
    { os: { family: "windows", name: "Windows", version: "10" }, firmware: "uefi" },
    { findings: ["error operating system: Windows 10 on UEFI"] },
  ],
  [
    "migration of Linux",
    "migration2019",
    { name: "app01", os: { family: "linux", name: "Ubuntu", version: "16.04" }, firmware: "uefi" },
    { findings: ["error operating system: Ubuntu 16.04 on UEFI"] },
  ],
  ["migration of an unknown system", "migration2019", { firmware: "uefi" }, { missing: ["os.name"] }],
  ["not known", "vmware2016", {}, { missing: ["firmware"] }],
  ["supported today", "vmware", { firmware: "uefi" }, "does not apply"],
]);
