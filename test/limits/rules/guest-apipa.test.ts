import { rule } from "../../../limits/rules/guest-apipa";
import { describeRule } from "../judging";

describeRule(rule, [
  [
    "automatic",
    "vmm",
    { nics: [{ name: "a", ipv4: ["169.254.1.1"] }] },
    { findings: ["error adapter a: 169.254.1.1"] },
  ],
  ["similar, but not", "hyperv", { nics: [{ ipv4: ["169.25.4.1", "10.169.254.1"] }] }, "kept"],
  ["not known", "hyperv", { nics: [{}] }, { missing: ["nics[].ipv4"] }],
  ["VMware has no such row", "vmware", { nics: [{ ipv4: ["169.254.1.1"] }] }, "does not apply"],
]);
