import { rule } from "../../../limits/rules/host-network";
import { describeRule } from "../judging";

describeRule(rule, [
  ["a team on VMware", "vmware2019", { ipv6: false, nicTeaming: true }, "kept"],
  [
    "a team on a physical server in 2019",
    "physical2019",
    { name: "a", ipv6: false, nicTeaming: true },
    { findings: ["error host a: teamed adapters"] },
  ],
  ["a team on a physical server today", "physical", { ipv6: false, nicTeaming: true }, "kept"],
  ["IPv6", "hyperv", { name: "a", ipv6: true }, { findings: ["error host a: IPv6"] }],
  ["not known", "physical2019", {}, { missing: ["ipv6", "nicTeaming"] }],
]);
