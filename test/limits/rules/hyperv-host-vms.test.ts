import { rule } from "../../../limits/rules/hyperv-host-vms";
import { describeRule } from "../judging";

describeRule(rule, [
  [
    "counted from the machines",
    "hyperv2016",
    { hosts: [{ name: "a" }, { name: "b" }], machines: [{ host: "a" }] },
    { findings: ["warning host b: 0 machines"] },
  ],
  [
    "a machine whose host is not known",
    "hyperv2016",
    { hosts: [{ name: "a" }], machines: [{}] },
    { missing: ["hosts[].vmCount"] },
  ],
  ["a recovery host", "secondary2016", { machines: [], hosts: [{ name: "a", site: "secondary" }] }, "kept"],
  ["hosts not known", "hyperv2016", { machines: [] }, { missing: ["hosts"] }],
]);
