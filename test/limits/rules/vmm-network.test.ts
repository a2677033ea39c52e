import { rule } from "../../../limits/rules/vmm-network";
import { describeRule } from "../judging";

describeRule(rule, [
  [
    "no internet",
    "secondary2016",
    { internetAccess: false, ipBasedFirewall: false },
    { findings: ["error VMM: no internet access"] },
  ],
  [
    "the firewall lets it pass",
    "vmm2016",
    { internetAccess: true, ipBasedFirewall: true, azureEgressAllowed: true },
    "kept",
  ],
  [
    "the firewall does not",
    "vmm2016",
    { internetAccess: true, ipBasedFirewall: true, azureEgressAllowed: false },
    { findings: ["error VMM: firewall blocks Azure"] },
  ],
  ["not known", "vmm2016", {}, { missing: ["internetAccess", "ipBasedFirewall"] }],
  ["no row today", "vmm", { internetAccess: false }, "does not apply"],
]);
