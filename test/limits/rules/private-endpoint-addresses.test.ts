import { expect, it } from "vitest";
import { current, verdictOn, type Case } from "./judging";

const scope = current("vmware-to-azure");
const vaultId = "/subscriptions/s/resourceGroups/r/providers/Microsoft.RecoveryServices/vaults/v";
const accountId = "/subscriptions/s/resourceGroups/r/providers/Microsoft.Storage/storageAccounts/c";
const subnetId = "/subscriptions/s/resourceGroups/r/providers/Microsoft.Network/virtualNetworks/n/subnets/pe";
const endpoint = {
  name: "pe",
  targetId: vaultId,
  groupIds: ["AzureSiteRecovery"],
  subnetId,
  staticIp: false,
};
const cache = { name: "c", targetId: accountId, groupIds: ["blob"], subnetId };
const networks = (addressPrefix: string) => [{ name: "n", subnets: [{ name: "PE", addressPrefix }] }];
const refused = ["error vault.private-endpoint.addresses"];

it.each<Case>([
  [{ privateEndpoints: [endpoint], networks: networks("10.0.0.0/28") }, scope, "kept"],
  // A /29 has 8 addresses, 3 of them usable.
  [{ privateEndpoints: [endpoint], networks: networks("10.0.0.0/29") }, scope, refused],
  [
    {
      privateEndpoints: [endpoint, ...Array.from({ length: 6 }, () => cache)],
      networks: networks("10.0.0.0/28"),
    },
    scope,
    "kept",
  ],
  [
    {
      privateEndpoints: [endpoint, ...Array.from({ length: 7 }, () => cache)],
      networks: networks("10.0.0.0/28"),
    },
    scope,
    refused,
  ],
  [
    { privateEndpoints: [{ ...endpoint, staticIp: true }], networks: networks("10.0.0.0/24") },
    scope,
    refused,
  ],
  [{ privateEndpoints: [endpoint] }, scope, ["? networks[].subnets[].addressPrefix"]],
  [
    { privateEndpoints: [endpoint], networks: networks("fd00::/64") },
    scope,
    ["? networks[].subnets[].addressPrefix"],
  ],
  [{ privateEndpoints: [] }, scope, "kept"],
  [{}, scope, ["? privateEndpoints"]],
])("%j in %j: %j", (facts, within, expected) => {
  expect(verdictOn("private-endpoint-addresses", "deployment", facts, within)).toEqual(expected);
});
