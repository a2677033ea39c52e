import { expect, it } from "vitest";
import { current, in2016, in2019, verdictOn, type Case } from "./judging";

const vmware = in2016("vmware-to-azure");
const asked = ["error azure-storage.premium.log-account"];
const premium = { name: "data", sku: "Premium_LRS", role: "replication" };
const log = { name: "logs", sku: "Standard_LRS", role: "log" };

it.each<Case>([
  [{ storageAccounts: [premium] }, vmware, asked],
  [{ storageAccounts: [premium, log] }, vmware, "kept"],
  [{ storageAccounts: [{ name: "data", sku: "Premium_LRS" }] }, vmware, asked],
  [
    { storageAccounts: [premium, { name: "other", sku: "Standard_LRS" }] },
    vmware,
    ["? storageAccounts[].role"],
  ],
  [{ storageAccounts: [premium, { ...log, sku: "Premium_LRS" }] }, vmware, asked],
  [{ storageAccounts: [{ name: "data", sku: "Standard_LRS", role: "replication" }] }, vmware, "kept"],
  [{ storageAccounts: [{ name: "data" }] }, vmware, ["? storageAccounts[].sku"]],
  [{}, vmware, ["? storageAccounts"]],
  [
    {
      storageAccounts: [premium, log],
      protectedItems: [{ name: "m", storageAccountId: "/x/data", logStorageAccountId: null }],
    },
    vmware,
    asked,
  ],
  [
    { storageAccounts: [premium, log], protectedItems: [{ name: "m", storageAccountId: "/x/data" }] },
    vmware,
    ["? protectedItems[].logStorageAccountId"],
  ],
  [
    {
      storageAccounts: [premium, log],
      protectedItems: [{ name: "m", storageAccountId: "/x/DATA", logStorageAccountId: "/x/logs" }],
    },
    vmware,
    "kept",
  ],
  // One premium account for data and logs.
  [
    {
      storageAccounts: [premium],
      protectedItems: [{ name: "m", storageAccountId: "/x/data", logStorageAccountId: "/x/data" }],
    },
    vmware,
    asked,
  ],
  [{ storageAccounts: [premium] }, in2016("hyperv-to-azure"), "n/a"],
  [{ storageAccounts: [premium] }, in2019("vmware-to-azure"), "n/a"],
  [{ storageAccounts: [premium] }, current("hyperv-to-azure"), asked],
  [{ storageAccounts: [premium] }, current("vmware-to-azure"), "n/a"],
  [
    {
      storageAccounts: [log],
      protectedItems: [{ name: "m", logStorageAccountId: null, disks: [{ type: "Premium_LRS" }] }],
    },
    current("hyperv-to-azure"),
    asked,
  ],
])("%j in %j: %j", (deployment, scope, expected) => {
  expect(verdictOn("premium-storage-log-account", "deployment", deployment, scope)).toEqual(expected);
});
