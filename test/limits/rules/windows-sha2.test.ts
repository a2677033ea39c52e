import { rule } from "../../../limits/rules/windows-sha2";
import { describeRule } from "../judging";

describeRule(rule, [
  [
    "without the updates",
    "azure",
    {
      os: { family: "windows", name: "Windows", version: "7", sha2Support: false },
      mobilityServiceVersion: "9.30",
    },
    { findings: ["warning operating system: no SHA-2 support"] },
  ],
  [
    "an older agent",
    "azure",
    {
      name: "app01",
      os: { family: "windows", name: "Windows Server", version: "2008 R2", sha2Support: false },
      mobilityServiceVersion: "9.29",
    },
    "kept",
  ],
  [
    "agent not known",
    "azure",
    { name: "app01", os: { family: "windows", name: "Windows Server", version: "2008 R2" } },
    { missing: ["mobilityServiceVersion"] },
  ],
  [
    "agent not known, with the updates",
    "azure",
    {
      name: "app01",
      os: { family: "windows", name: "Windows Server", version: "2008 R2", sha2Support: true },
    },
    "kept",
  ],
  [
    "a newer release",
    "azure",
    { name: "app01", os: { family: "windows", name: "Windows Server", version: "2016" } },
    "does not apply",
  ],
  [
    "on premises there is no such row",
    "vmware",
    {
      name: "app01",
      os: { family: "windows", name: "Windows Server", version: "2008 R2", sha2Support: false },
      mobilityServiceVersion: "9.66",
    },
    "does not apply",
  ],
]);
