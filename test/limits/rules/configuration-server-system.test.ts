import { rule } from "../../../limits/rules/configuration-server-system";
import { describeRule } from "../judging";

describeRule(rule, [
  [
    "2016 in 2016",
    "vmware2016",
    { os: { name: "Windows Server", version: "2016", locale: "en-GB" } },
    { findings: ["error operating system: Windows Server 2016"] },
  ],
  [
    "any English locale in 2016",
    "vmware2016",
    { os: { name: "Windows Server", version: "2012 R2", locale: "en-GB" } },
    "kept",
  ],
  [
    "German",
    "vmware2016",
    { os: { name: "Windows Server", version: "2012 R2", locale: "de-DE" } },
    { findings: ["error operating system: de-de"] },
  ],
  [
    "en-gb in 2019",
    "vmware2019",
    { os: { name: "Windows Server", version: "2016", installationType: "full", locale: "en-GB" } },
    { findings: ["error operating system: en-gb"] },
  ],
  [
    "Server Core in 2019",
    "physical2019",
    { os: { name: "Windows Server", version: "2016", installationType: "core", locale: "en-us" } },
    { findings: ["error operating system: core"] },
  ],
  [
    "physical servers state no language in 2016",
    "physical2016",
    { os: { name: "Windows Server", version: "2012 R2" } },
    "kept",
  ],
  ["not known", "vmware2019", {}, { missing: ["os.name", "os.installationType", "os.locale"] }],
]);
