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
const vault = { id: vaultId, publicNetworkAccess: false };
const refused = ["error vault.private-endpoint.sub-resource"];

it.each<Case>([
  [{ vault, privateEndpoints: [endpoint] }, scope, "kept"],
  [{ vault, privateEndpoints: [{ ...endpoint, groupIds: ["AzureBackup"] }] }, scope, refused],
  [{ vault, privateEndpoints: [] }, scope, refused],
  [{ vault, privateEndpoints: [{ targetId: vaultId }] }, scope, ["? privateEndpoints[].groupIds"]],
  [{ vault, privateEndpoints: [{}] }, scope, ["? privateEndpoints[].targetId"]],
  [{ vault: { publicNetworkAccess: true }, privateEndpoints: [] }, scope, "n/a"],
  [{ privateEndpoints: [] }, scope, ["? vault.publicNetworkAccess"]],
  [{}, scope, ["? privateEndpoints"]],
])("%j in %j: %j", (facts, within, expected) => {
  expect(verdictOn("private-endpoint-sub-resource", "deployment", facts, within)).toEqual(expected);
});
