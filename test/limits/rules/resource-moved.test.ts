import { expect, it } from "vitest";
import { current, in2016, in2019, verdictOn, type Case } from "./judging";

const scope = current("vmware-to-azure");
const id = (group: string, subscription = "s") =>
  `/subscriptions/${subscription}/resourceGroups/${group}/providers/Microsoft.RecoveryServices/vaults/v`;
const vm = (group: string) =>
  `/subscriptions/s/resourceGroups/${group}/providers/Microsoft.Compute/virtualMachines/m`;

it.each<Case>([
  [{ vault: { id: id("a") }, previous: { vault: { id: id("A") } } }, scope, "kept"],
  [{ vault: { id: id("b") }, previous: { vault: { id: id("a") } } }, scope, ["error resources.move.vault"]],
  [
    { vault: { id: id("a", "t") }, previous: { vault: { id: id("a") } } },
    scope,
    ["error resources.move.vault.subscription"],
  ],
  [
    { vault: { id: id("a", "t") }, previous: { vault: { id: id("a") } } },
    current("azure-to-azure"),
    ["error resources.move.vault"],
  ],
  [
    { vault: { id: id("b") }, previous: { vault: { id: id("a") } } },
    in2019("vmware-to-azure"),
    ["warning resources.move.vault"],
  ],
  [
    {
      storageAccounts: [{ name: "c", resourceGroup: "b" }],
      previous: { storageAccounts: [{ name: "C", resourceGroup: "a" }] },
    },
    scope,
    ["error resources.move.dependencies"],
  ],
  [
    {
      storageAccounts: [{ name: "c", resourceGroup: "b" }],
      previous: { storageAccounts: [{ name: "c", resourceGroup: "a" }] },
    },
    in2016("hyperv-to-azure"),
    ["error resources.move.storage"],
  ],
  [
    {
      networks: [{ name: "n", resourceGroup: "b" }],
      previous: { networks: [{ name: "n", resourceGroup: "a" }] },
    },
    in2019("physical-to-azure"),
    ["warning resources.move.network"],
  ],
  [
    { protectedItems: [{ sourceVmId: vm("b") }], previous: { protectedItems: [{ sourceVmId: vm("a") }] } },
    in2019("vmware-to-azure"),
    ["warning resources.move.azure-vms"],
  ],
  [
    { protectedItems: [{ sourceVmId: vm("b") }], previous: { protectedItems: [{ sourceVmId: vm("a") }] } },
    current("azure-to-azure"),
    ["error resources.move.dependencies"],
  ],
  [{ vault: { name: "v" }, previous: { vault: { id: id("a") } } }, scope, "kept"],
  [{ vault: { name: "new", resourceGroup: "b" }, previous: { vault: { id: id("a") } } }, scope, "kept"],
  // A single state shows no move.
  [{ vault: { id: id("b") } }, scope, "n/a"],
])("%j in %j: %j", (facts, within, expected) => {
  expect(verdictOn("resource-moved", "deployment", facts, within)).toEqual(expected);
});
