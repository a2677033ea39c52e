import { rule } from "../../../limits/rules/oracle-kernel-line";
import { describeRule } from "../judging";

describeRule(rule, [
  [
    "Red Hat compatible",
    "vmware2019",
    { name: "app01", os: { family: "linux", name: "Oracle Linux", kernel: "3.10.0-957.el7.x86_64" } },
    "kept",
  ],
  [
    "release 4",
    "vmware2019",
    {
      name: "app01",
      os: { family: "linux", name: "Oracle Linux", kernel: "4.1.12-124.26.12.el7uek.x86_64" },
    },
    "kept",
  ],
  [
    "release 2",
    "vmware2019",
    { name: "app01", os: { family: "linux", name: "Oracle Linux", kernel: "2.6.39-400.17.1.el6uek.x86_64" } },
    { findings: ["error kernel: 2.6.39-400.17.1.el6uek"] },
  ],
  [
    "release 6",
    "vmware2019",
    { name: "app01", os: { family: "linux", name: "Oracle Linux", kernel: "5.4.17-2011.0.7.el7uek.x86_64" } },
    { findings: ["error kernel: 5.4.17-2011.0.7.el7uek"] },
  ],
  [
    "not known",
    "vmware2019",
    { name: "app01", os: { family: "linux", name: "Oracle Linux" } },
    { missing: ["os.kernel"] },
  ],
  [
    "another distribution",
    "vmware2019",
    { name: "app01", os: { family: "linux", name: "Ubuntu" } },
    "does not apply",
  ],
  [
    "Windows",
    "vmware2019",
    { name: "app01", os: { family: "windows", name: "Windows Server" } },
    "does not apply",
  ],
]);
