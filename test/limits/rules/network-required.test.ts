import { expect, it } from "vitest";
import { in2016, in2019, verdictOn, type Case } from "./judging";

const scope = in2016("vmware-to-azure");
const refused = ["error azure-network.required"];

it.each<Case>([
  [{ networks: [] }, scope, refused],
  [{ networks: [{}] }, scope, "kept"],
  [{ networks: [{}], protectedItems: [{ networkId: null }] }, scope, refused],
  [{ protectedItems: [{ networkId: "/x/net" }] }, scope, "kept"],
  [{ protectedItems: [{}] }, scope, ["? networks"]],
  [{ networkMappings: [{}], protectedItems: [{ networkId: null }] }, in2016("hyperv-vmm-to-azure"), "kept"],
  [{}, scope, ["? networks"]],
  [{ networks: [] }, in2019("vmware-to-azure"), "n/a"],
])("%j in %j: %j", (facts, within, expected) => {
  expect(verdictOn("network-required", "deployment", facts, within)).toEqual(expected);
});
