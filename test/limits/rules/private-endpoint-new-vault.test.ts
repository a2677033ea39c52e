import { expect, it } from "vitest";
import { current, verdictOn, type Case } from "./judging";

const scope = current("vmware-to-azure");
const vaultId = "/subscriptions/s/resourceGroups/r/providers/Microsoft.RecoveryServices/vaults/v";
const subnetId = "/subscriptions/s/resourceGroups/r/providers/Microsoft.Network/virtualNetworks/n/subnets/pe";
const endpoint = {
  name: "pe",
  targetId: vaultId,
  groupIds: ["AzureSiteRecovery"],
  subnetId,
  staticIp: false,
};
const privateEndpoints = [endpoint];

it.each<Case>([
  [{ privateEndpoints, previous: {}, vault: { registeredItemCount: 0 } }, scope, "kept"],
  [
    { privateEndpoints, previous: {}, vault: { registeredItemCount: 1 } },
    scope,
    ["error vault.private-endpoint.new-vault"],
  ],
  [{ privateEndpoints, previous: { privateEndpoints }, vault: { registeredItemCount: 9 } }, scope, "n/a"],
  [{ privateEndpoints, previous: {} }, scope, ["? vault.registeredItemCount"]],
  [{ privateEndpoints, vault: { registeredItemCount: 1 } }, scope, ["? previous.privateEndpoints"]],
  [{ privateEndpoints: [], vault: { registeredItemCount: 1 } }, scope, "n/a"],
  [
    {
      privateEndpoints: [{ ...endpoint, groupIds: ["AzureBackup"] }],
      previous: {},
      vault: { registeredItemCount: 1 },
    },
    scope,
    "n/a",
  ],
  [{}, scope, ["? privateEndpoints"]],
  [{ privateEndpoints, previous: {}, vault: { registeredItemCount: 1 } }, current("azure-to-azure"), "n/a"],
])("%j in %j: %j", (facts, within, expected) => {
  expect(verdictOn("private-endpoint-new-vault", "deployment", facts, within)).toEqual(expected);
});
