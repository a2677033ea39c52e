import { expect, it } from "vitest";
import { current, verdictOn, type Case } from "./judging";

const scope = current("azure-to-azure");

it.each<Case>([
  [
    { availabilityZone: "1", severalIpConfigurations: true },
    scope,
    ["warning azure-vm.availability-zone.ip-configurations"],
  ],
  [{ availabilityZone: "1", severalIpConfigurations: false }, scope, "kept"],
  [{ availabilityZone: "1" }, scope, ["? severalIpConfigurations"]],
  [{ availabilityZone: null, severalIpConfigurations: true }, scope, "n/a"],
  [{ severalIpConfigurations: true }, scope, ["? availabilityZone"]],
])("%j in %j: %j", (facts, within, expected) => {
  expect(verdictOn("zone-ip-configurations", "protected-item", facts, within)).toEqual(expected);
});
