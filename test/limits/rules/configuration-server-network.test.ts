import { rule } from "../../../limits/rules/configuration-server-network";
import { describeRule } from "../judging";

describeRule(rule, [
  [
    "as exports write it",
    "vmware2019",
    { kind: "vmware-vm", nicType: "VirtualVmxnet3", staticIp: true, openPorts: [9443, 443] },
    "kept",
  ],
  ["a physical server", "physical2019", { kind: "physical", staticIp: true, openPorts: [443, 9443] }, "kept"],
  [
    "another adapter, with the update, in 2016",
    "vmware2016",
    { hostName: "cs01", kind: "vmware-vm", nicType: "E1000", staticIp: true, internetAccess: true },
    { findings: ["warning network adapter: E1000"], missing: ["hosts[].installedUpdates"] },
  ],
  [
    "15 characters",
    "vmware2016",
    { hostName: "abcdefghijklmno.example.com", kind: "physical", staticIp: true, internetAccess: true },
    "kept",
  ],
  [
    "16 characters",
    "vmware2016",
    { hostName: "abcdefghijklmnop", kind: "physical", staticIp: true, internetAccess: true },
    { findings: ["error host name: 16 characters"] },
  ],
  [
    "no internet",
    "physical2016",
    { internetAccess: false },
    { findings: ["error server: no internet access"] },
  ],
  ["not known", "vmware2019", {}, { missing: ["kind", "staticIp", "openPorts"] }],
]);
