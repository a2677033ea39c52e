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
  ["a server as VMware", "vmware2019", { kind: "physical" }, { findings: ["error machine: physical"] }],
  [
    "a Hyper-V machine as VMware",
    "vmware",
    { kind: "hyperv-vm" },
    { findings: ["error machine: hyperv-vm"] },
  ],
  ["an Azure VM as VMware", "vmware", { kind: "azure-vm" }, { findings: ["error machine: azure-vm"] }],
  ["an on-premises server", "physical2019", { kind: "physical" }, "kept"],
  [
    "an Azure VM on premises",
    "physical2019",
    { kind: "azure-vm" },
    { findings: ["error machine: azure-vm"] },
  ],
  ["an Azure VM as a physical server", "physical", { kind: "azure-vm" }, "kept"],
  ["a server under Hyper-V", "hyperv", { kind: "physical" }, { findings: ["error machine: physical"] }],
  ["a server under VMM", "vmm", { kind: "physical" }, { findings: ["error machine: physical"] }],
  ["a Hyper-V machine in Azure", "azure", { kind: "hyperv-vm" }, { findings: ["error machine: hyperv-vm"] }],
  ["an Azure VM between regions", "azure", { kind: "azure-vm" }, "kept"],
  ["a kind that nobody knows", "vmware", { kind: "container" }, { findings: ["error machine: container"] }],
  ["a kind of a wrong type", "vmware", { kind: 7 }, { missing: ["kind"] }],
]);
