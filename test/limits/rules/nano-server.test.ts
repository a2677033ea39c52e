import { rule } from "../../../limits/rules/nano-server";
import { describeRule } from "../judging";

describeRule(rule, [
  [
    "Nano Server",
    "hyperv",
    {
      name: "app01",
      os: { family: "windows", name: "Windows Server", version: "2016", edition: "Nano Server" },
    },
    { findings: ["error operating system: Nano Server"] },
  ],
  [
    "Server Core",
    "vmware2019",
    {
      name: "app01",
      os: { family: "windows", name: "Windows Server", version: "2016", edition: "Server Core" },
    },
    "kept",
  ],
  [
    "the ordinary installation",
    "vmware2019",
    { name: "app01", os: { family: "windows", name: "Windows Server", version: "2016", edition: null } },
    "kept",
  ],
  [
    "not known",
    "vmware2019",
    { name: "app01", os: { family: "windows", name: "Windows Server", version: "2016" } },
    { missing: ["os.edition"] },
  ],
  [
    "another release",
    "vmware2019",
    { name: "app01", os: { family: "windows", name: "Windows Server", version: "2012 R2" } },
    "does not apply",
  ],
  ["Linux", "vmware2019", { name: "app01", os: { family: "linux" } }, "does not apply"],
]);
