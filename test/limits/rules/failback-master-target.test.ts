import { rule } from "../../../limits/rules/failback-master-target";
import { describeRule } from "../judging";

describeRule(rule, [
  [
    "a separate one on VMware",
    "physical2016",
    {
      machines: [],
      failback: { planned: true, largeVolume: true },
      configurationServer: { kind: "physical" },
      masterTargets: [{ kind: "vmware-vm" }],
    },
    "kept",
  ],
  [
    "much data without a separate one",
    "vmware2016",
    { machines: [], failback: { planned: true, largeVolume: true } },
    { findings: ["warning master target: none of its own"] },
  ],
  ["no failback planned", "physical2016", { machines: [], failback: { planned: false } }, "kept"],
  ["not known", "vmware2016", { machines: [] }, { missing: ["failback.planned"] }],
  [
    "server not known",
    "physical2016",
    { machines: [], failback: { planned: true } },
    { missing: ["configurationServer.kind", "failback.largeVolume"] },
  ],
  ["no row in 2019", "vmware2019", { machines: [], failback: { planned: true } }, "does not apply"],
]);
