import { expect, it } from "vitest";
import { current, verdictOn, type Case } from "./judging";

const scope = current("vmware-to-azure");
const vaultId = "/subscriptions/s/resourceGroups/r/providers/Microsoft.RecoveryServices/vaults/v";
const accountId = "/subscriptions/s/resourceGroups/r/providers/Microsoft.Storage/storageAccounts/c";
const privateEndpoints = [{ targetId: vaultId, groupIds: ["AzureSiteRecovery"] }];
const vault = { identity: "system" };
const standard = [{ id: accountId, sku: "Standard_LRS" }];
const premium = [{ id: accountId, sku: "Premium_LRS" }];
const roles = (...names: string[]) =>
  names.map((role) => ({ role, scope: "/subscriptions/S/resourceGroups/r" }));
const refused = ["error vault.private-endpoint.identity"];

it.each<Case>([
  [
    {
      privateEndpoints,
      vault,
      storageAccounts: standard,
      vaultRoles: roles("Contributor", "Storage Blob Data Contributor"),
    },
    scope,
    "kept",
  ],
  [
    {
      privateEndpoints,
      vault,
      storageAccounts: premium,
      vaultRoles: roles("Contributor", "Storage Blob Data Contributor"),
    },
    scope,
    refused,
  ],
  [
    {
      privateEndpoints,
      vault,
      storageAccounts: premium,
      vaultRoles: roles("Contributor", "Storage Blob Data Owner"),
    },
    scope,
    "kept",
  ],
  [{ privateEndpoints, vault, storageAccounts: standard, vaultRoles: roles("Contributor") }, scope, refused],
  [{ privateEndpoints, vault, storageAccounts: standard, vaultRoles: [] }, scope, refused],
  [{ privateEndpoints, vault: { identity: "none" }, storageAccounts: standard }, scope, refused],
  [{ privateEndpoints }, scope, ["? vault.identity"]],
  [{ privateEndpoints, vault, storageAccounts: standard }, scope, ["? vaultRoles"]],
  [{ privateEndpoints, vault, storageAccounts: [{}], vaultRoles: [] }, scope, ["? storageAccounts[].id"]],
  [{ privateEndpoints, vault }, scope, ["? storageAccounts"]],
  [{ privateEndpoints: [], vault: { identity: "none" } }, scope, "n/a"],
  [{}, scope, ["? privateEndpoints"]],
])("%j in %j: %j", (facts, within, expected) => {
  expect(verdictOn("private-endpoint-identity", "deployment", facts, within)).toEqual(expected);
});
