import { rule } from "../../../limits/rules/azure-high-churn-size";
import { describeRule } from "../judging";

describeRule(rule, [
  ["32 GiB", "azure", { memoryMiB: 32768, azure: { highChurn: true } }, "kept"],
  [
    "less",
    "azure",
    { memoryMiB: 32767, azure: { highChurn: true } },
    { findings: ["warning memory: 32767 MiB"] },
  ],
  ["ordinary churn", "azure", { memoryMiB: 1024, azure: { highChurn: false } }, "kept"],
  ["not known", "azure", { azure: { highChurn: true } }, { missing: ["memoryMiB"] }],
  ["churn not known", "azure", {}, { missing: ["azure.highChurn"] }],
]);
