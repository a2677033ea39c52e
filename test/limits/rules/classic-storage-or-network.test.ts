import { expect, it } from "vitest";
import { in2016, in2019, verdictOn, type Case } from "./judging";

const scope = in2016("vmware-to-azure");
const none = { storageAccounts: [], networks: [] };
const classicAccount =
  "/subscriptions/s/resourceGroups/r/providers/microsoft.classicstorage/storageAccounts/a";
const classicNetwork =
  "/subscriptions/s/resourceGroups/r/providers/Microsoft.ClassicNetwork/virtualNetworks/n";
const storage = ["error azure-storage.classic-model"];
const network = ["error azure-network.classic-model"];

it.each<Case>([
  [{ ...none, storageAccounts: [{ classic: true }] }, scope, storage],
  [{ ...none, storageAccounts: [{ classic: false }] }, scope, "kept"],
  [{ ...none, protectedItems: [{ storageAccountId: classicAccount }] }, scope, storage],
  [{ ...none, protectedItems: [{ logStorageAccountId: classicAccount }] }, scope, storage],
  [{ ...none, protectedItems: [{ networkId: classicNetwork }] }, scope, network],
  [{ ...none, networks: [{ classic: true }] }, scope, network],
  [
    { ...none, networkMappings: [{ recoveryNetworkId: classicNetwork }] },
    in2016("hyperv-vmm-to-azure"),
    network,
  ],
  [{ ...none, protectedItems: [{ storageAccountId: classicAccount.replace("classic", "") }] }, scope, "kept"],
  [{}, scope, ["? storageAccounts", "? networks"]],
  [{ ...none, storageAccounts: [{ classic: true }] }, in2019("vmware-to-azure"), "n/a"],
])("%j in %j: %j", (facts, within, expected) => {
  expect(verdictOn("classic-storage-or-network", "deployment", facts, within)).toEqual(expected);
});
