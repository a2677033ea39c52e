import { rule } from "../../../limits/rules/guest-ipv6";
import { describeRule } from "../judging";

describeRule(rule, [
  [
    "a warning in 2019",
    "vmware2019",
    { nics: [{ name: "a", ipv4: ["10.0.0.4"], ipv6: ["fe80::1", "2001:db8::4"] }] },
    { findings: ["warning adapter a: 2001:db8::4"] },
  ],
  [
    "an error today",
    "vmm",
    { nics: [{ name: "a", ipv4: [], ipv6: ["fd00::4"] }] },
    { findings: ["error adapter a: fd00::4"] },
  ],
  [
    "a warning today where the machine has IPv4 as well",
    "vmware",
    {
      nics: [
        { name: "a", ipv4: ["10.0.0.4"], ipv6: [] },
        { name: "b", ipv4: [], ipv6: ["2001:db8::4"] },
      ],
    },
    { findings: ["warning adapter b: 2001:db8::4"] },
  ],
  ["link-local addresses", "vmware", { nics: [{ ipv6: ["FE80::1", "febf::2"] }] }, "kept"],
  [
    "fec0 is not link-local",
    "vmware",
    { nics: [{ name: "a", ipv6: ["fec0::1"] }] },
    { findings: ["error adapter a: fec0::1"] },
  ],
  ["not known", "vmware", { nics: [{}] }, { missing: ["nics[].ipv6"] }],
  ["supported on Hyper-V without VMM", "hyperv", { nics: [{ ipv6: ["2001:db8::4"] }] }, "does not apply"],
]);
