import { rule } from "../../../limits/rules/process-server-churn";
import { describeRule } from "../judging";

describeRule(rule, [
  [
    "one of two",
    "vmware2019",
    {
      machines: [],
      processServers: [
        { name: "a", dailyChurnTB: 1 },
        { name: "b", dailyChurnTB: 3 },
      ],
    },
    { findings: ["warning process server b: 3 TB/day"] },
  ],
  [
    "machines on the server that comes with the configuration server",
    "vmware2019",
    { machines: [{ churn: { dailyGB: 2048 } }] },
    "kept",
  ],
  [
    "a little more",
    "vmware2019",
    { machines: [{ churn: { dailyGB: 2048 } }, { disks: [{ churn: { dailyGB: 20.48 } }] }] },
    { findings: ["warning process servers: 2.02 TB/day each"] },
  ],
  [
    "two servers share them",
    "vmware2019",
    { machines: [{ churn: { dailyGB: 4000 } }], processServers: [{}, {}] },
    "kept",
  ],
  [
    "an error today",
    "vmware",
    { machines: [{ churn: { dailyGB: 4096 } }] },
    { findings: ["error process servers: 4 TB/day each"] },
  ],
  [
    "one machine is not known",
    "vmware2019",
    { machines: [{ churn: { dailyGB: 1 } }, {}] },
    { missing: ["machines[].disks[].churn.dailyGB"] },
  ],
  [
    "what is known is too much already",
    "vmware2019",
    { machines: [{ churn: { dailyGB: 4096 } }, {}, { disks: [{ churn: {} }] }] },
    { findings: ["warning process servers: 4 TB/day each"] },
  ],
  [
    "one of two is known, and overloaded",
    "vmware2019",
    { machines: [], processServers: [{ name: "a" }, { name: "b", dailyChurnTB: 3 }] },
    { findings: ["warning process server b: 3 TB/day"] },
  ],
  ["an appliance at its limit", "vmware", { appliance: { dailyChurnTB: 2 } }, "kept"],
  [
    "an appliance above it",
    "vmware",
    { machines: [], appliance: { dailyChurnTB: 2.1 } },
    { findings: ["error appliance: 2.1 TB/day"] },
  ],
  ["Hyper-V has none", "hyperv", { machines: [{ churn: { dailyGB: 9999 } }] }, "does not apply"],
]);
