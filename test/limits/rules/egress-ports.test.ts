import { rule } from "../../../limits/rules/egress-ports";
import { describeRule } from "../judging";

describeRule(rule, [
  [
    "9443 is blocked",
    "vmware2016",
    [
      { from: "configuration-server", host: "x.example.com", port: 443, allowed: true },
      { from: "configuration-server", host: "x.example.com", port: 9443, allowed: false },
      { from: "configuration-server", host: "x.example.com", port: 80, allowed: true },
    ],
    { findings: ["error configuration-server: blocked: port 9443"] },
  ],
  [
    "80 is blocked, with a warning",
    "physical2016",
    [
      { from: "configuration-server", host: "x.example.com", port: 443, allowed: true },
      { from: "configuration-server", host: "x.example.com", port: 9443, allowed: true },
      { from: "configuration-server", host: "x.example.com", port: 80, allowed: false },
    ],
    { findings: ["warning configuration-server: blocked: port 80"] },
  ],
  [
    "open to one host is open",
    "hyperv2016",
    [
      { from: "hyperv-host", host: "x.example.com", port: 443, allowed: false },
      { from: "hyperv-host", host: "x.example.com", port: 443, allowed: true },
    ],
    "kept",
  ],
  [
    "not known",
    "vmm2016",
    [{ from: "vmm", host: "x.example.com", port: 443, allowed: true }],
    { missing: ["egress: hyperv-host to anywhere, port 443"] },
  ],
  [
    "machines today",
    "vmware",
    [
      { from: "machine", host: "x.example.com", port: 443, allowed: true },
      { from: "machine", host: "x.example.com", port: 9443, allowed: false },
    ],
    { findings: ["error machine: blocked: port 9443"] },
  ],
  [
    "a secondary site",
    "secondary2016",
    [{ from: "vmm", host: "x.example.com", port: 443, allowed: true }],
    "kept",
  ],
]);
