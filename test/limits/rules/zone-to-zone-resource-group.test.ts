import { expect, it } from "vitest";
import { current, verdictOn, type Case } from "./judging";

const scope = current("azure-to-azure");
const within = { sourceRegion: "westeurope", targetRegion: "West Europe" };
const across = { sourceRegion: "westeurope", targetRegion: "northeurope" };
const vm = "/subscriptions/s/resourceGroups/prod/providers/Microsoft.Compute/virtualMachines/m";
const group = (name: string) => `/subscriptions/s/resourceGroups/${name}`;

it.each<Case>([
  [{ ...within, protectedItems: [{ sourceVmId: vm, targetResourceGroupId: group("dr") }] }, scope, "kept"],
  [
    { ...within, protectedItems: [{ sourceVmId: vm, targetResourceGroupId: group("PROD") }] },
    scope,
    ["error zone-to-zone.resource-group"],
  ],
  [
    { ...within, sourceResourceGroup: "a", targetResourceGroup: "A", protectedItems: [{}] },
    scope,
    ["error zone-to-zone.resource-group"],
  ],
  [{ ...within, protectedItems: [{ sourceVmId: vm }] }, scope, ["? protectedItems[].targetResourceGroupId"]],
  [
    { ...within, protectedItems: [{ targetResourceGroupId: group("dr") }] },
    scope,
    ["? protectedItems[].sourceVmId"],
  ],
  [{ ...across, protectedItems: [{ sourceVmId: vm, targetResourceGroupId: group("prod") }] }, scope, "n/a"],
])("%j in %j: %j", (facts, within, expected) => {
  expect(verdictOn("zone-to-zone-resource-group", "deployment", facts, within)).toEqual(expected);
});
