import { expect, it } from "vitest";
import { in2016, verdictOn, type Case } from "./judging";

const scope = in2016("hyperv-vmm-to-azure");
const recoveryNetworkId = "/subscriptions/s/resourceGroups/r/providers/Microsoft.Network/virtualNetworks/n";
const mapping = { instanceType: "VmmToAzure", recoveryNetworkId };
const refused = ["error network-mapping.endpoints"];

it.each<Case>([
  [{ networkMappings: [mapping] }, scope, "kept"],
  [{ networkMappings: [{ ...mapping, instanceType: "VmmToVmm" }] }, scope, refused],
  [
    {
      networkMappings: [
        { ...mapping, recoveryNetworkId: recoveryNetworkId.replace("virtualNetworks", "publicIPAddresses") },
      ],
    },
    scope,
    refused,
  ],
  [
    { networkMappings: [{ ...mapping, recoveryNetworkId: "net" }] },
    scope,
    ["? networkMappings[].recoveryNetworkId"],
  ],
  [{ networkMappings: [{ recoveryNetworkId }] }, scope, ["? networkMappings[].instanceType"]],
  [{ networkMappings: [] }, scope, "kept"],
  [{}, scope, ["? networkMappings"]],
  [{ networkMappings: [{ ...mapping, instanceType: "VmmToVmm" }] }, in2016("hyperv-vmm-to-secondary"), "n/a"],
])("%j in %j: %j", (facts, within, expected) => {
  expect(verdictOn("network-mapping-endpoints", "deployment", facts, within)).toEqual(expected);
});
