import { rule } from "../../../limits/rules/smb-mount";
import { describeRule } from "../judging";

describeRule(rule, [
  [
    "a mount, with a warning in 2019",
    "physical2019",
    { volumes: [{ mount: "S:", fileSystem: "smb3" }] },
    { findings: ["warning volume S:: smb3"] },
  ],
  [
    "a mount, refused today",
    "hyperv",
    { volumes: [{ mount: "S:", fileSystem: "cifs" }] },
    { findings: ["error volume S:: cifs"] },
  ],
  ["none", "vmware", { volumes: [{ mount: "C:", fileSystem: "ntfs" }] }, "kept"],
  ["not known", "vmware", { volumes: [{ mount: "C:" }] }, { missing: ["volumes[].fileSystem"] }],
]);
