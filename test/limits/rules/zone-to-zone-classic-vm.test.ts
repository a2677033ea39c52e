import { expect, it } from "vitest";
import { current, verdictOn, type Case } from "./judging";

const scope = current("azure-to-azure");
const within = { sourceRegion: "westeurope", targetRegion: "West Europe" };
const across = { sourceRegion: "westeurope", targetRegion: "northeurope" };
const vm = (provider: string) => `/subscriptions/s/resourceGroups/r/providers/${provider}/virtualMachines/m`;

it.each<Case>([
  [{ ...within, protectedItems: [{ sourceVmId: vm("Microsoft.Compute") }] }, scope, "kept"],
  [
    { ...within, protectedItems: [{ sourceVmId: vm("Microsoft.ClassicCompute") }] },
    scope,
    ["error zone-to-zone.classic-vm"],
  ],
  [{ ...within, protectedItems: [{}] }, scope, ["? protectedItems[].sourceVmId"]],
  [{ ...across, protectedItems: [{ sourceVmId: vm("Microsoft.ClassicCompute") }] }, scope, "n/a"],
])("%j in %j: %j", (facts, within, expected) => {
  expect(verdictOn("zone-to-zone-classic-vm", "deployment", facts, within)).toEqual(expected);
});
