import { rule } from "../../../limits/rules/vsphere-version";
import { describeRule } from "../judging";

describeRule(rule, [
  ["an update", "vmware2019", { version: "6.5.0" }, "kept"],
  ["5.1 in 2016", "vmware2016", { version: "5.1" }, "kept"],
  ["6.5 in 2016", "vmware2016", { name: "esx1", version: "6.5" }, { findings: ["error host esx1: 6.5"] }],
  ["7.0 in 2019", "vmware2019", { version: "7.0" }, { findings: ["error host: 7.0"] }],
  ["9.0 today", "vmware", { version: "9.0" }, "kept"],
  ["a major release alone", "vmware", { version: "7" }, { findings: ["error host: 7"] }],
  ["not known", "vmware", { name: "esx1" }, { missing: ["version"] }],
  ["a Hyper-V host", "vmware", { kind: "hyperv", version: "2019" }, "does not apply"],
  ["physical servers have none", "physical2019", { version: "5.0" }, "does not apply"],
]);
