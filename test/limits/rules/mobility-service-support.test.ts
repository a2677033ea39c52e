import { rule } from "../../../limits/rules/mobility-service-support";
import { describeRule } from "../judging";

describeRule(rule, [
  ["the newest", "vmware", { mobilityServiceVersion: "9.66.7567.1" }, "kept"],
  ["four before it", "physical", { mobilityServiceVersion: "9.62.1.1" }, "kept"],
  [
    "five before it",
    "physical",
    { mobilityServiceVersion: "9.61.9.9" },
    { findings: ["error Mobility Service: 9.61.9.9"] },
  ],
  [
    "Azure VMs are one release ahead",
    "azure",
    { mobilityServiceVersion: "9.62" },
    { findings: ["error Mobility Service: 9.62"] },
  ],
  [
    "9.7 is older than 9.62",
    "vmware",
    { mobilityServiceVersion: "9.7" },
    { findings: ["error Mobility Service: 9.7"] },
  ],
  ["not known", "vmware", { mobilityServiceVersion: "latest" }, { missing: ["mobilityServiceVersion"] }],
  ["no row in 2019", "vmware2019", { mobilityServiceVersion: "9.1" }, "does not apply"],
]);
