import { rule } from "../../../limits/rules/etc-hosts-entries";
import { describeRule } from "../judging";

describeRule(rule, [
  [
    "one adapter is missing",
    "physical2016",
    {
      name: "app01",
      os: { family: "linux" },
      hostName: "a",
      nics: [{ ipv4: ["10.0.0.4"] }, { ipv4: ["10.0.1.4"] }],
      etcHosts: { a: ["10.0.0.4"] },
    },
    { findings: ["error host name a: not mapped: 10.0.1.4"] },
  ],
  [
    "not known",
    "vmware2016",
    { name: "app01", os: { family: "linux" } },
    { missing: ["etcHosts", "hostName", "nics[].ipv4"] },
  ],
  [
    "addresses not known",
    "vmware2016",
    { name: "app01", os: { family: "linux" }, hostName: "a", nics: [{}], etcHosts: {} },
    { missing: ["nics[].ipv4"] },
  ],
  [
    "Windows",
    "vmware2016",
    { name: "app01", os: { family: "windows", name: "Windows Server" } },
    "does not apply",
  ],
]);
