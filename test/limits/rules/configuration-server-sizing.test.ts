import { rule } from "../../../limits/rules/configuration-server-sizing";
import { describeRule } from "../judging";

describeRule(rule, [
  [
    "too little of everything",
    "physical2019",
    { cpuCores: 7, memoryGiB: 8, disks: [{ role: "os" }, { role: "process-server-cache", freeGiB: 599 }] },
    {
      findings: [
        "error processor cores: 7 cores",
        "error memory: 8 GiB",
        "error disks: 2 disks",
        "error disks: roles: os, process-server-cache",
        "error free space for process-server-cache: 599 GiB",
      ],
      missing: ["disks[].freeGiB"],
    },
  ],
  [
    "15.9 GiB of memory are 16",
    "vmware2019",
    {
      cpuCores: 8,
      memoryGiB: 15.9,
      disks: [
        { role: "os" },
        { role: "process-server-cache", freeGiB: 600 },
        { role: "retention", freeGiB: 600 },
      ],
    },
    "kept",
  ],
  [
    "15 GiB are not",
    "vmware2019",
    {
      cpuCores: 8,
      memoryGiB: 15,
      disks: [
        { role: "os" },
        { role: "process-server-cache", freeGiB: 600 },
        { role: "retention", freeGiB: 600 },
      ],
    },
    { findings: ["error memory: 15 GiB"] },
  ],
  [
    "not known",
    "vmware2019",
    {},
    { missing: ["cpuCores", "memoryGiB", "disks", "disks[].role", "disks[].freeGiB"] },
  ],
  ["no figures in 2016", "vmware2016", { cpuCores: 1 }, "does not apply"],
]);
