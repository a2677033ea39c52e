import { rule } from "../../../limits/rules/azure-nic";
import { describeRule } from "../judging";

describeRule(rule, [
  [
    "IPv6 alone",
    "azure",
    { name: "vm1", nics: [{ ipv4: [], ipv6: ["2001:db8::4"], applicationSecurityGroups: [] }] },
    { findings: ["error adapter 1: 2001:db8::4"] },
  ],
  [
    "a group",
    "azure",
    { name: "vm1", nics: [{ ipv4: ["10.0.0.4"], applicationSecurityGroups: ["web", "db"] }] },
    { findings: ["error adapter 1: web, db"] },
  ],
  [
    "not known",
    "azure",
    { name: "vm1", nics: [{}] },
    { missing: ["nics[].applicationSecurityGroups", "nics[].ipv4"] },
  ],
  ["adapters not known", "azure", {}, { missing: ["nics"] }],
]);
