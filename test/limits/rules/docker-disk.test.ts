import { rule } from "../../../limits/rules/docker-disk";
import { describeRule } from "../judging";

describeRule(rule, [
  [
    "set",
    "vmware2019",
    { dockerDiskConfiguration: true },
    { findings: ["error storage: Docker disk configuration"] },
  ],
  ["not set", "vmware2019", { dockerDiskConfiguration: false }, "kept"],
  ["not known", "vmware2019", {}, { missing: ["dockerDiskConfiguration"] }],
  [
    "of a wrong type",
    "vmware2019",
    { dockerDiskConfiguration: "yes" },
    { missing: ["dockerDiskConfiguration"] },
  ],
  ["where there is no such row", "hyperv", { dockerDiskConfiguration: true }, "does not apply"],
]);
