import { rule } from "../../../limits/rules/azure-proxy";
import { describeRule } from "../judging";

describeRule(rule, [
  [
    "authentication",
    "azure",
    { azure: { proxyAuthentication: true } },
    { findings: ["error proxy: authentication"] },
  ],
  ["none", "azure", { azure: { proxyAuthentication: false } }, "kept"],
  ["not known", "azure", {}, { missing: ["azure.proxyAuthentication"] }],
  ["the appliance may use one", "vmware", { azure: { proxyAuthentication: true } }, "does not apply"],
]);
