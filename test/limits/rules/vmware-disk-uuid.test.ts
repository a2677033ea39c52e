import { rule } from "../../../limits/rules/vmware-disk-uuid";
import { describeRule } from "../judging";

describeRule(rule, [
  [
    "set, in any case",
    "vmware2016",
    { name: "app01", os: { family: "linux" }, vmxParameters: { "disk.enableuuid": "true" } },
    "kept",
  ],
  [
    "set to false",
    "vmware2016",
    { name: "app01", os: { family: "linux" }, vmxParameters: { "disk.EnableUUID": "FALSE" } },
    { findings: ["error disk.EnableUUID: false"] },
  ],
  [
    "not set",
    "vmware2016",
    { name: "app01", os: { family: "linux" }, vmxParameters: { other: "1" } },
    { findings: ["error disk.EnableUUID: not set"] },
  ],
  [
    "parameters not known",
    "vmware2016",
    { name: "app01", os: { family: "linux" } },
    { missing: ["vmxParameters"] },
  ],
  [
    "Windows",
    "vmware2016",
    { name: "app01", os: { family: "windows", name: "Windows Server" } },
    "does not apply",
  ],
  [
    "physical servers have none",
    "physical2016",
    { name: "app01", os: { family: "linux" }, vmxParameters: {} },
    "does not apply",
  ],
]);
