import { rule } from "../../../limits/rules/appliance-load";
import { describeRule } from "../judging";

describeRule(rule, [
  [
    "200 machines on a large one",
    "vmware",
    { machines: [], appliance: { machineCount: 200, cpuCores: 16, memoryGiB: 32, cacheDiskGiB: 1024 } },
    "kept",
  ],
  [
    "201",
    "physical",
    { machines: [], appliance: { machineCount: 201, cpuCores: 16, memoryGiB: 32, cacheDiskGiB: 1024 } },
    { findings: ["error machines: 201 machines"] },
  ],
  [
    "151 on a small one",
    "vmware",
    { machines: [], appliance: { machineCount: 151, cpuCores: 8, memoryGiB: 16, cacheDiskGiB: 620 } },
    {
      findings: [
        "warning cpuCores: 8 cores",
        "warning memoryGiB: 16 GiB of memory",
        "warning cacheDiskGiB: 620 GiB of cache disk",
      ],
    },
  ],
  ["150 on a small one", "vmware", { machines: [], appliance: { machineCount: 150, cpuCores: 8 } }, "kept"],
  [
    "much churn",
    "vmware",
    { machines: [], appliance: { machineCount: 10, dailyChurnTB: 1.5, cpuCores: 16, memoryGiB: 32 } },
    { missing: ["appliance.cacheDiskGiB"] },
  ],
  ["the machines of the estate count", "vmware", { machines: [{}, {}], appliance: {} }, "kept"],
  ["no appliance known", "vmware", { machines: [] }, { missing: ["appliance"] }],
]);
