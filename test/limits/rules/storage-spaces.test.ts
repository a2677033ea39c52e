import { rule } from "../../../limits/rules/storage-spaces";
import { describeRule } from "../judging";

describeRule(rule, [
  [
    "Storage Spaces",
    "hyperv",
    { volumes: [{ mount: "D:", manager: "storage-spaces" }] },
    { findings: ["error volume D:: storage-spaces"] },
  ],
  ["other managers", "physical", { volumes: [{ manager: "partition" }, { manager: "lvm" }] }, "kept"],
  ["not known", "vmware", { volumes: [{ mount: "D:" }] }, { missing: ["volumes[].manager"] }],
  ["supported on Azure VMs", "azure", { volumes: [{ manager: "storage-spaces" }] }, "does not apply"],
]);
