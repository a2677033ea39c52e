import { expect, it } from "vitest";
import { in2016, in2019, verdictOn, type Case } from "./judging";

const scope = in2019("vmware-to-azure");

it.each<Case>([
  [{ acceleratedNetworking: true }, scope, ["error azure-network.accelerated-networking.supported"]],
  [{ acceleratedNetworking: false }, scope, "kept"],
  [{}, scope, ["? acceleratedNetworking"]],
  [{ acceleratedNetworking: true }, in2016("vmware-to-azure"), "n/a"],
])("%j in %j: %j", (facts, within, expected) => {
  expect(verdictOn("accelerated-networking", "protected-item", facts, within)).toEqual(expected);
});
