import { rule } from "../../../limits/rules/configuration-server-placement";
import { describeRule } from "../judging";

describeRule(rule, [
  ["by hand for VMware", "vmware2019", { deployment: "manual" }, { findings: ["warning server: manual"] }],
  ["by hand for physical servers", "physical2019", { deployment: "manual" }, "kept"],
  [
    "in Azure",
    "physical2016",
    { kind: "azure-vm", components: ["configuration-server", "process-server", "master-target"] },
    { findings: ["error server: azure-vm"] },
  ],
  [
    "a component elsewhere",
    "physical2016",
    { kind: "physical", components: ["configuration-server", "process-server"] },
    { findings: ["error server: components: configuration-server, process-server"] },
  ],
  [
    "not highly available",
    "vmware2016",
    {
      kind: "vmware-vm",
      highAvailability: false,
      components: ["configuration-server", "process-server", "master-target"],
    },
    { findings: ["warning server: not highly available"] },
  ],
  ["not known", "vmware2016", {}, { missing: ["kind", "components"] }],
]);
