import { rule } from "../../../limits/rules/guest-os-architecture";
import { describeRule } from "../judging";

describeRule(rule, [
  ["64-bit", "vmware", { name: "app01", os: { family: "linux", architecture: "x64" } }, "kept"],
  [
    "32-bit",
    "vmware",
    { name: "app01", os: { family: "linux", architecture: "x86" } },
    { findings: ["error operating system: x86"] },
  ],
  [
    "32-bit Windows Server 2008 SP2 for migration",
    "migration2019",
    {
      name: "app01",
      os: {
        family: "windows",
        name: "Windows Server",
        version: "2008",
        servicePack: "SP2",
        architecture: "x86",
      },
    },
    "kept",
  ],
  [
    "the same for disaster recovery",
    "vmware2019",
    {
      name: "app01",
      os: {
        family: "windows",
        name: "Windows Server",
        version: "2008",
        servicePack: "SP2",
        architecture: "x86",
      },
    },
    { findings: ["error operating system: x86"] },
  ],
  [
    "without its service pack",
    "migration2019",
    {
      name: "app01",
      os: {
        family: "windows",
        name: "Windows Server",
        version: "2008",
        servicePack: "SP1",
        architecture: "x86",
      },
    },
    { findings: ["error operating system: x86"] },
  ],
  [
    "service pack not known",
    "migration2019",
    {
      name: "app01",
      os: { family: "windows", name: "Windows Server", version: "2008", architecture: "x86" },
    },
    { missing: ["os.servicePack"] },
  ],
  [
    "32-bit Windows Server 2008 on Hyper-V",
    "hyperv",
    {
      name: "app01",
      os: { family: "windows", name: "Windows Server", version: "2008", architecture: "x86" },
    },
    "kept",
  ],
  [
    "another 32-bit system on Hyper-V",
    "hyperv",
    {
      name: "app01",
      os: { family: "windows", name: "Windows Server", version: "2003", architecture: "x86" },
    },
    { findings: ["error operating system: x86"] },
  ],
  [
    "Linux in 2016 is left to another list",
    "vmware2016",
    { name: "app01", os: { family: "linux", architecture: "x86" } },
    "does not apply",
  ],
  [
    "Windows in 2016",
    "physical2016",
    { name: "app01", os: { family: "windows", name: "Windows Server", architecture: "x86" } },
    { findings: ["error operating system: x86"] },
  ],
  [
    "Arm",
    "azure",
    { name: "app01", os: { family: "linux", architecture: "arm64" } },
    { findings: ["error operating system: arm64"] },
  ],
  ["not known", "vmware", { name: "app01", os: { family: "linux" } }, { missing: ["os.architecture"] }],
]);
