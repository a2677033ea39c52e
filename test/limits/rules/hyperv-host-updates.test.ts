import { rule } from "../../../limits/rules/hyperv-host-updates";
import { describeRule } from "../judging";

describeRule(rule, [
  [
    "missing",
    "vmm2016",
    { name: "a", version: "2012 R2", installedUpdates: ["KB1"] },
    { findings: ["error host a: KB 2961977 missing"] },
  ],
  ["a newer release", "hyperv2016", { version: "2016" }, "kept"],
  ["not known", "hyperv2016", { version: "2012 R2" }, { missing: ["installedUpdates"] }],
  ["release not known", "hyperv2016", {}, { missing: ["installedUpdates"] }],
  [
    "a cluster of a secondary site",
    "secondary2016",
    { version: "2012 R2", clustered: true, installedUpdates: [] },
    { findings: ["warning host: KB 2961977 missing"] },
  ],
  ["no cluster", "secondary2016", { version: "2012 R2", clustered: false, installedUpdates: [] }, "kept"],
  [
    "old .NET Framework today",
    "hyperv",
    { dotNetVersion: "4.6.1" },
    { findings: ["error host: .NET Framework 4.6.1"] },
  ],
  ["4.10 is above 4.6.2", "hyperv", { dotNetVersion: "4.10" }, "kept"],
  ["not known today", "hyperv", {}, { missing: ["dotNetVersion"] }],
]);
