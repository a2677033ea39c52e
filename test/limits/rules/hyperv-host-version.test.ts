import { rule } from "../../../limits/rules/hyperv-host-version";
import { describeRule } from "../judging";

describeRule(rule, [
  ["newer than at least 2012 R2", "hyperv2016", { version: "2016" }, "kept"],
  ["2012 for a secondary site", "secondary2016", { version: "2012" }, "kept"],
  [
    "2008 R2 for a secondary site",
    "secondary2016",
    { name: "a", version: "2008 R2" },
    { findings: ["error host a: Windows Server 2008 R2"] },
  ],
  ["Hyper-V Server 2012 R2", "hyperv2016", { product: "Hyper-V Server", version: "2012 R2" }, "kept"],
  [
    "Hyper-V Server 2016 in 2016",
    "hyperv2016",
    { product: "Hyper-V Server", version: "2016" },
    { findings: ["error host: Hyper-V Server 2016"] },
  ],
  [
    "Hyper-V Server is not named for a secondary site",
    "secondary2016",
    { product: "Hyper-V Server", version: "2012 R2" },
    { findings: ["error host: Hyper-V Server 2012 R2"] },
  ],
  ["a release after the document's", "hyperv2016", { version: "2031" }, { missing: ["version"] }],
  ["2012 today", "hyperv", { version: "2012" }, { findings: ["error host: Windows Server 2012"] }],
  ["written with its product", "vmm", { version: "Windows Server 2022" }, "kept"],
  ["not known", "hyperv", {}, { missing: ["version"] }],
  ["a vSphere host", "hyperv", { kind: "vsphere", version: "6.7" }, "does not apply"],
]);
