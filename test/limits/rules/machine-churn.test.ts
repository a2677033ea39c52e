import { rule } from "../../../limits/rules/machine-churn";
import { describeRule } from "../judging";

describeRule(rule, [
  [
    "sum of averages",
    "vmware2019",
    { churn: { peakMBps: 1 }, disks: [{ churn: { averageMBps: 20 } }, { churn: { averageMBps: 6 } }] },
    { findings: ["warning churn: 26 MB/s"] },
  ],
  [
    "sum of peaks within the limit",
    "vmware",
    { disks: [{ churn: { peakMBps: 30 } }, { churn: { peakMBps: 24 } }] },
    "kept",
  ],
  [
    "sum of peaks above it decides nothing",
    "vmware",
    { disks: [{ churn: { peakMBps: 30 } }, { churn: { peakMBps: 30 } }] },
    { missing: ["churn.peakMBps"] },
  ],
  [
    "one disk's peak above it",
    "hyperv",
    { disks: [{ churn: { peakMBps: 55 } }, { churn: { peakMBps: 1 } }] },
    { findings: ["error churn: 55 MB/s"] },
  ],
  ["the average has no row today", "vmware", { churn: { averageMBps: 50, peakMBps: 54 } }, "kept"],
  [
    "High Churn",
    "azure",
    { azure: { highChurn: true }, churn: { peakMBps: 101 } },
    { findings: ["error churn: 101 MB/s"] },
  ],
  [
    "a large machine in a listed region without a known target",
    "azure",
    {
      os: { family: "windows" },
      memoryMiB: 262144,
      azure: { highChurn: true, region: "westus2" },
      churn: { peakMBps: 100 },
    },
    "kept",
  ],
  [
    "not known",
    "vmware2019",
    { name: "db01", disks: [{ name: "Hard disk 1", sizeGiB: 40, os: true }] },
    { missing: ["disks[].churn.averageMBps", "disks[].churn.peakMBps"] },
  ],
]);
