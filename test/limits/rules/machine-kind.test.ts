import { rule } from "../../../limits/rules/machine-kind";
import { describeRule } from "../judging";

describeRule(rule, [
  ["a virtual machine as a physical server", "physical2016", { kind: "hyperv-vm" }, "kept"],
  ["an Azure VM", "physical2016", { kind: "azure-vm" }, { findings: ["error machine: azure-vm"] }],
  [
    "a VMware machine on Hyper-V",
    "hyperv2016",
    { kind: "vmware-vm" },
    { findings: ["error machine: vmware-vm"] },
  ],
  ["not known", "vmware2016", {}, { missing: ["kind"] }],
  ["no row in 2019", "vmware2019", { kind: "physical" }, "does not apply"],
]);
