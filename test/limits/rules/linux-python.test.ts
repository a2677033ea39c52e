import { rule } from "../../../limits/rules/linux-python";
import { describeRule } from "../judging";

describeRule(rule, [
  [
    "old",
    "physical",
    { name: "app01", os: { family: "linux", pythonVersion: "2.5" } },
    { findings: ["warning operating system: Python 2.5"] },
  ],
  ["just enough", "vmware", { name: "app01", os: { family: "linux", pythonVersion: "2.6" } }, "kept"],
  ["3.11 is above 2.6", "vmware", { name: "app01", os: { family: "linux", pythonVersion: "3.11" } }, "kept"],
  ["not known", "vmware", { name: "app01", os: { family: "linux" } }, { missing: ["os.pythonVersion"] }],
  [
    "Windows",
    "vmware",
    { name: "app01", os: { family: "windows", name: "Windows Server" } },
    "does not apply",
  ],
  [
    "no row in 2019",
    "vmware2019",
    { name: "app01", os: { family: "linux", pythonVersion: "2.4" } },
    "does not apply",
  ],
]);
