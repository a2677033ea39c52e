import { expect, it } from "vitest";
import { current, verdictOn, type Case } from "./judging";

const scope = current("hyperv-to-azure");
const refused = ["error replication-policy.hyperv.frequencies"];
const policies = [{ name: "p", replicationIntervalInSeconds: 30 }];

it.each<Case>([
  [{ policies, storageAccounts: [{ sku: "Premium_LRS" }] }, scope, refused],
  [{ policies, storageAccounts: [{ sku: "Standard_LRS" }] }, scope, "kept"],
  [{ policies, storageAccounts: [{ sku: "Premium_LRS", role: "log" }] }, scope, "kept"],
  [{ policies, storageAccounts: [{}] }, scope, ["? storageAccounts[].sku"]],
  [{ policies }, scope, ["? storageAccounts[].sku"]],
  [{ policies, protectedItems: [{ disks: [{ type: "Premium_LRS" }] }] }, scope, refused],
  [{ policies, protectedItems: [{ disks: [{ type: "StandardSSD_LRS" }] }] }, scope, "kept"],
  [
    {
      policies,
      storageAccounts: [{ name: "d", sku: "Premium_LRS" }],
      protectedItems: [{ storageAccountId: "/x/d" }],
    },
    scope,
    refused,
  ],
  [
    { policies: [{ replicationIntervalInSeconds: 300 }], storageAccounts: [{ sku: "Premium_LRS" }] },
    scope,
    "kept",
  ],
  [{ policies: [{ replicationIntervalInSeconds: null }] }, scope, "kept"],
  [{ policies: [{}] }, scope, ["? policies[].replicationIntervalInSeconds"]],
  [{}, scope, ["? policies"]],
])("%j in %j: %j", (deployment, within, expected) => {
  expect(verdictOn("hyperv-copy-frequency-premium", "deployment", deployment, within)).toEqual(expected);
});
