import { rule } from "../../../limits/rules/appliance-sizing";
import { describeRule } from "../judging";

describeRule(rule, [
  [
    "small disks",
    "physical",
    {
      cpuCores: 8,
      memoryGiB: 15.9,
      disks: [
        { role: "os", sizeGiB: 79 },
        { role: "data", sizeGiB: 619 },
      ],
    },
    { findings: ["error os disk: 79 GiB", "error data disk: 619 GiB"] },
  ],
  [
    "no data disk",
    "vmware",
    { cpuCores: 8, memoryGiB: 16, disks: [{ role: "os", sizeGiB: 80 }] },
    { findings: ["error data disk: absent"] },
  ],
  ["not known", "vmware", {}, { missing: ["cpuCores", "memoryGiB", "disks[].sizeGiB"] }],
  [
    "roles not known",
    "vmware",
    { cpuCores: 8, memoryGiB: 16, disks: [{ sizeGiB: 80 }, { sizeGiB: 620 }] },
    { missing: ["disks[].role"] },
  ],
]);
