import { rule } from "../../../limits/rules/windows-servicing-channel";
import { describeRule } from "../judging";

describeRule(rule, [
  [
    "semi-annual",
    "physical",
    { name: "app01", os: { family: "windows", name: "Windows Server", servicingChannel: "SAC" } },
    { findings: ["error operating system: SAC"] },
  ],
  [
    "long-term",
    "vmware",
    { name: "app01", os: { family: "windows", name: "Windows Server", servicingChannel: "LTSC" } },
    "kept",
  ],
  [
    "not known",
    "vmware",
    { name: "app01", os: { family: "windows", name: "Windows Server" } },
    { missing: ["os.servicingChannel"] },
  ],
  ["Linux", "vmware", { name: "app01", os: { family: "linux" } }, "does not apply"],
]);
