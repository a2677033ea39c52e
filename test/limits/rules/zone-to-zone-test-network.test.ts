import { expect, it } from "vitest";
import { current, verdictOn, type Case } from "./judging";

const scope = current("azure-to-azure");
const within = { sourceRegion: "westeurope", targetRegion: "West Europe" };
const across = { sourceRegion: "westeurope", targetRegion: "northeurope" };

it.each<Case>([
  [{ ...within, protectedItems: [{ networkId: "/n", testNetworkId: "/t" }] }, scope, "kept"],
  [
    { ...within, protectedItems: [{ networkId: "/n", testNetworkId: "/N" }] },
    scope,
    ["warning zone-to-zone.network"],
  ],
  [
    { ...within, protectedItems: [{ sourceNetworkId: "/n", testNetworkId: "/n" }] },
    scope,
    ["warning zone-to-zone.network"],
  ],
  [{ ...within, protectedItems: [{ networkId: "/n", testNetworkId: null }] }, scope, "kept"],
  [{ ...within, protectedItems: [{ networkId: "/n" }] }, scope, ["? protectedItems[].testNetworkId"]],
  [{ ...across, protectedItems: [{ networkId: "/n", testNetworkId: "/n" }] }, scope, "n/a"],
])("%j in %j: %j", (facts, within, expected) => {
  expect(verdictOn("zone-to-zone-test-network", "deployment", facts, within)).toEqual(expected);
});
