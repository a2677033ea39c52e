import { rule } from "../../../limits/rules/appliance-network";
import { describeRule } from "../judging";

describeRule(rule, [
  [
    "a port is closed",
    "physical",
    { staticFqdn: true, openPorts: [443] },
    { findings: ["error ports: closed: 9443"] },
  ],
  [
    "another adapter",
    "vmware",
    { kind: "vmware-vm", nicType: "E1000E", staticFqdn: true, openPorts: [443, 9443] },
    { findings: ["error network adapter: E1000E"] },
  ],
  [
    "the name may change",
    "vmware",
    { kind: "physical", staticFqdn: false, openPorts: [443, 9443] },
    { findings: ["error name: name may change"] },
  ],
  ["not known", "vmware", {}, { missing: ["kind", "staticFqdn", "openPorts"] }],
]);
