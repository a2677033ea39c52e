import { expect, it } from "vitest";
import { current, verdictOn, type Case } from "./judging";

const scope = current("vmware-to-azure");

it.each<Case>([
  [{ appliancesInVault: 249 }, scope, "kept"],
  [{ appliancesInVault: 250 }, scope, "kept"],
  [{ appliancesInVault: 251 }, scope, ["error vault.max-appliances"]],
  [{}, scope, ["? appliancesInVault"]],
  [{ appliancesInVault: 251 }, current("hyperv-to-azure"), "n/a"],
])("%j in %j: %j", (facts, within, expected) => {
  expect(verdictOn("appliances-per-vault", "deployment", facts, within)).toEqual(expected);
});
