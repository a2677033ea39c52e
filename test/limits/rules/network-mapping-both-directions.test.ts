import { expect, it } from "vitest";
import { current, in2016, verdictOn, type Case } from "./judging";

const scope = current("azure-to-azure");
const there = {
  name: "there",
  primaryFabric: "west",
  recoveryFabric: "north",
  primaryNetworkId: "/w",
  recoveryNetworkId: "/n",
};
const back = {
  name: "back",
  primaryFabric: "north",
  recoveryFabric: "west",
  primaryNetworkId: "/N",
  recoveryNetworkId: "/W",
};
const refused = "warning network-mapping.both-directions";
const unknown = ["? networkMappings[].recoveryNetworkId"];

it.each<Case>([
  [{ networkMappings: [there, back] }, scope, "kept"],
  [{ networkMappings: [there] }, scope, [refused]],
  [{ networkMappings: [there, { ...back, recoveryNetworkId: "/other" }] }, scope, [refused, refused]],
  [{ networkMappings: [there, { ...back, primaryFabric: "east" }] }, scope, [refused, refused]],
  // Ids that arise only during the deployment: the fabrics tell enough to refuse, never to pass.
  [{ networkMappings: [there, { primaryFabric: "/x/north", recoveryFabric: "west" }] }, scope, unknown],
  [
    { networkMappings: [there, { primaryFabric: "west", recoveryFabric: "north" }] },
    scope,
    [refused, refused],
  ],
  [{ networkMappings: [] }, scope, "n/a"],
  [{}, scope, ["? networkMappings"]],
  [{ networkMappings: [there] }, in2016("hyperv-vmm-to-azure"), "n/a"],
])("%j in %j: %j", (deployment, within, expected) => {
  expect(verdictOn("network-mapping-both-directions", "deployment", deployment, within)).toEqual(expected);
});
