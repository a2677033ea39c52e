import { rule } from "../../../limits/rules/guest-nic-teaming";
import { describeRule } from "../judging";

describeRule(rule, [
  [
    "a warning in 2016",
    "hyperv2016",
    { nics: [{ name: "a", teamed: true }] },
    { findings: ["warning adapter a: teamed"] },
  ],
  ["an error in 2019", "vmware2019", { nics: [{ teamed: true }] }, { findings: ["error adapter 1: teamed"] }],
  ["an error today", "hyperv", { nics: [{ teamed: true }] }, { findings: ["error adapter 1: teamed"] }],
  ["not known of two", "vmware", { nics: [{}, {}] }, { missing: ["nics[].teamed"] }],
  ["one adapter is no team", "vmware", { nics: [{}] }, "kept"],
  ["none", "vmware", { nics: [] }, "kept"],
  ["adapters not known", "vmware", {}, { missing: ["nics[].teamed"] }],
]);
