import { rule } from "../../../limits/rules/vmm-version";
import { describeRule } from "../judging";

describeRule(rule, [
  ["written with its product", "vmm2016", { version: "System Center 2012 R2" }, "kept"],
  ["2016 in 2016, without at least", "vmm2016", { version: "2016" }, { findings: ["error VMM: 2016"] }],
  ["2012 SP1 for a secondary site", "secondary2016", { version: "2012 SP1" }, "kept"],
  ["R2 comes after SP1", "secondary2016", { version: "2012 R2" }, "kept"],
  ["2012 for a secondary site", "secondary2016", { version: "2012" }, { findings: ["error VMM: 2012"] }],
  ["an unknown release", "secondary2016", { version: "vNext" }, { missing: ["version"] }],
  ["2025 today", "vmm", { version: "2025" }, "kept"],
  ["not known", "vmm", {}, { missing: ["version"] }],
]);
