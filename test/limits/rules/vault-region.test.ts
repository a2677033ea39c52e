import { expect, it } from "vitest";
import { current, verdictOn, type Case } from "./judging";

const scope = current("azure-to-azure");

it.each<Case>([
  [{ location: "South Central India" }, scope, ["error region.excluded-vaults"]],
  [{ location: "northeastus5" }, scope, ["error region.excluded-vaults"]],
  [{ location: "southindia" }, scope, "kept"],
  [{}, scope, ["? location"]],
  [{ location: 7 }, scope, ["? location"]],
  [{ location: "southcentralindia" }, current("vmware-to-azure"), "n/a"],
])("%j in %j: %j", (facts, within, expected) => {
  expect(verdictOn("vault-region", "vault", facts, within)).toEqual(expected);
});
