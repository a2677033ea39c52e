import { expect, it } from "vitest";
import { current, verdictOn, type Case } from "./judging";

const scope = current("azure-to-azure");
const subnet = "/subscriptions/s/resourceGroups/r/providers/Microsoft.Network/virtualNetworks/v/subnets/a";
const vault = { identity: "system" };
const sourceSubnetIds = [subnet];
const closed = {
  role: "cache",
  firewallDefaultAction: "Deny",
  firewallBypass: ["AzureServices"],
  firewallSubnetIds: [subnet.toUpperCase()],
};
const refused = ["error azure-storage.cache.firewall"];

it.each<Case>([
  [{ vault, sourceSubnetIds, storageAccounts: [closed] }, scope, "kept"],
  [{ storageAccounts: [{ role: "cache", firewallDefaultAction: "Allow" }] }, scope, "kept"],
  [{ vault, sourceSubnetIds, storageAccounts: [{ ...closed, firewallBypass: [] }] }, scope, refused],
  [{ vault, sourceSubnetIds, storageAccounts: [{ ...closed, firewallBypass: ["Logging"] }] }, scope, refused],
  [{ vault, sourceSubnetIds: [subnet, `${subnet}2`], storageAccounts: [closed] }, scope, refused],
  [
    { vault: { identity: "user" }, sourceSubnetIds, storageAccounts: [closed] },
    scope,
    ["error azure-storage.cache.firewall.user-assigned-identity"],
  ],
  [
    { vault: { identity: "user" }, storageAccounts: [{ role: "cache", firewallDefaultAction: "Allow" }] },
    scope,
    "kept",
  ],
  [{ vault, storageAccounts: [closed] }, scope, ["? sourceSubnetIds"]],
  [{ sourceSubnetIds, storageAccounts: [closed] }, scope, ["? vault.identity"]],
  [
    { vault, sourceSubnetIds, storageAccounts: [{ role: "cache" }] },
    scope,
    ["? storageAccounts[].firewallDefaultAction"],
  ],
  [
    { vault, sourceSubnetIds, storageAccounts: [{ role: "cache", firewallDefaultAction: "Deny" }] },
    scope,
    ["? storageAccounts[].firewallBypass", "? storageAccounts[].firewallSubnetIds"],
  ],
  [{ storageAccounts: [{ role: "replication", firewallDefaultAction: "Deny" }] }, scope, "kept"],
  [{}, scope, ["? storageAccounts"]],
  // On-premises scenarios: a firewall is allowed and must never be reported.
  [
    { vault, sourceSubnetIds: [subnet], storageAccounts: [{ ...closed, firewallBypass: [] }] },
    current("vmware-to-azure"),
    "n/a",
  ],
])("%j in %j: %j", (facts, within, expected) => {
  expect(verdictOn("cache-storage-firewall", "deployment", facts, within)).toEqual(expected);
});
