import { rule } from "../../../limits/rules/linux-static-ip";
import { describeRule } from "../judging";

describeRule(rule, [
  [
    "one of two",
    "vmm2016",
    {
      name: "app01",
      os: { family: "linux" },
      nics: [{ assignment: "dhcp" }, { name: "b", assignment: "static" }],
    },
    { findings: ["error adapter b: static address"] },
  ],
  [
    "not known",
    "hyperv2016",
    { name: "app01", os: { family: "linux" }, nics: [{}] },
    { missing: ["nics[].assignment"] },
  ],
  [
    "Windows",
    "hyperv2016",
    { name: "app01", os: { family: "windows", name: "Windows Server" }, nics: [{ assignment: "static" }] },
    "does not apply",
  ],
  [
    "VMware",
    "vmware2016",
    { name: "app01", os: { family: "linux" }, nics: [{ assignment: "static" }] },
    "does not apply",
  ],
  [
    "supported today",
    "hyperv",
    { name: "app01", os: { family: "linux" }, nics: [{ assignment: "static" }] },
    "does not apply",
  ],
]);
