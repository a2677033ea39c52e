import { rule } from "../../../limits/rules/linux-integration-services";
import { describeRule } from "../judging";

describeRule(rule, [
  [
    "missing on 5.x",
    "physical2019",
    {
      name: "app01",
      os: { family: "linux", name: "Red Hat Enterprise Linux", version: "5.2", lisInstalled: false },
    },
    { findings: ["error operating system: no Linux Integration Services"] },
  ],
  [
    "not known on 5.x",
    "vmware2019",
    { name: "app01", os: { family: "linux", name: "CentOS", version: "5.5" } },
    { missing: ["os.lisInstalled"] },
  ],
  [
    "6.x in 2019",
    "vmware2019",
    { name: "app01", os: { family: "linux", name: "CentOS", version: "6.5", lisInstalled: false } },
    "does not apply",
  ],
  [
    "6.x today",
    "vmware",
    {
      name: "app01",
      os: { family: "linux", name: "Red Hat Enterprise Linux", version: "6.5", lisInstalled: false },
    },
    { findings: ["error operating system: no Linux Integration Services"] },
  ],
  [
    "minor not known",
    "vmware2019",
    { name: "app01", os: { family: "linux", name: "CentOS", version: "5" } },
    { missing: ["os.version"] },
  ],
  [
    "Windows",
    "vmware2019",
    { name: "app01", os: { family: "windows", name: "Windows Server" } },
    "does not apply",
  ],
]);
