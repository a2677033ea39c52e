import { rule } from "../../../limits/rules/replication-channel";
import { describeRule } from "../judging";

describeRule(rule, [
  [
    "a warning in 2019",
    "physical2019",
    { machines: [], replicationChannels: ["odx", "network"] },
    { findings: ["warning replication: odx"] },
  ],
  [
    "an error today",
    "vmware",
    { machines: [], replicationChannels: ["offline-seeding"] },
    { findings: ["error replication: offline-seeding"] },
  ],
  ["not known", "vmware", { machines: [] }, { missing: ["replicationChannels"] }],
  ["no row on Hyper-V", "hyperv", { machines: [], replicationChannels: ["odx"] }, "does not apply"],
]);
