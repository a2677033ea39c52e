import { rule } from "../../../limits/rules/management-network";
import { describeRule } from "../judging";

describeRule(rule, [
  [
    "a dedicated process server counts",
    "vmware2016",
    {
      machines: [],
      configurationServer: { network: "x" },
      processServers: [{ network: "mgmt" }],
      vcenter: { network: "mgmt" },
      hosts: [{ network: "mgmt" }],
    },
    "kept",
  ],
  [
    "vCenter elsewhere",
    "vmware2016",
    { machines: [], configurationServer: { network: "mgmt" }, vcenter: { network: "dmz" } },
    { findings: ["warning vCenter Server: dmz"] },
  ],
  [
    "not known",
    "vmware2016",
    { machines: [], configurationServer: { network: "mgmt" }, hosts: [{}] },
    { missing: ["hosts[].network"] },
  ],
  ["server not known", "vmware2016", { machines: [] }, { missing: ["configurationServer.network"] }],
  [
    "never reported in 2019",
    "vmware2019",
    { machines: [], configurationServer: { network: "a" }, hosts: [{ network: "b" }] },
    "kept",
  ],
]);
