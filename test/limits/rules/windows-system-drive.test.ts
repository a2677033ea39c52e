import { rule } from "../../../limits/rules/windows-system-drive";
import { describeRule } from "../judging";

describeRule(rule, [
  [
    "as exports write it",
    "vmware2016",
    { name: "app01", os: { family: "windows", name: "Windows Server" }, osDrive: "c:\\Windows" },
    "kept",
  ],
  [
    "a letter alone",
    "physical2016",
    { name: "app01", os: { family: "windows", name: "Windows Server" }, osDrive: "C" },
    "kept",
  ],
  [
    "another drive",
    "physical2016",
    { name: "app01", os: { family: "windows", name: "Windows Server" }, osDrive: "E:\\" },
    { findings: ["error operating system: E:"] },
  ],
  [
    "not known",
    "vmware2016",
    { name: "app01", os: { family: "windows", name: "Windows Server" } },
    { missing: ["osDrive"] },
  ],
  ["Linux", "vmware2016", { name: "app01", os: { family: "linux" } }, "does not apply"],
]);
