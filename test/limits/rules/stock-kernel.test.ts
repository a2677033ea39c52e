import { rule } from "../../../limits/rules/stock-kernel";
import { describeRule } from "../judging";

describeRule(rule, [
  [
    "the distribution's own",
    "vmware2019",
    { name: "app01", os: { family: "linux", stockKernel: true } },
    "kept",
  ],
  [
    "another one",
    "azure",
    { name: "app01", os: { family: "linux", stockKernel: false } },
    { findings: ["error kernel: no stock kernel"] },
  ],
  ["not known", "vmware", { name: "app01", os: { family: "linux" } }, { missing: ["os.stockKernel"] }],
  [
    "Windows",
    "vmware",
    { name: "app01", os: { family: "windows", name: "Windows Server" } },
    "does not apply",
  ],
  [
    "no row in 2016",
    "vmware2016",
    { name: "app01", os: { family: "linux", stockKernel: false } },
    "does not apply",
  ],
]);
