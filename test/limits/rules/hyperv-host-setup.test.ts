import { rule } from "../../../limits/rules/hyperv-host-setup";
import { describeRule } from "../judging";

describeRule(rule, [
  [
    "neither",
    "vmm2016",
    { name: "a", roles: [], internetAccess: "none" },
    { findings: ["error host a: no roles", "error host a: none"] },
  ],
  [
    "Hyper-V Server has no other role",
    "hyperv2016",
    { product: "Hyper-V Server", internetAccess: "direct" },
    "kept",
  ],
  ["not known", "hyperv2016", {}, { missing: ["roles", "internetAccess"] }],
  [
    "a client system today",
    "hyperv",
    { name: "a", product: "Windows", version: "10" },
    { findings: ["error host a: Windows 10"] },
  ],
  ["a server today", "hyperv", { product: "Windows Server", version: "2022" }, "kept"],
]);
