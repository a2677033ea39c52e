import { expect, it } from "vitest";
import { current, in2019, verdictOn, type Case } from "./judging";

const scope = current("vmware-to-azure");

it.each<Case>([
  [{ vaultsInSubscription: 499 }, scope, "kept"],
  [{ vaultsInSubscription: 500 }, scope, "kept"],
  [{ vaultsInSubscription: 501 }, scope, ["error vault.max-per-subscription"]],
  [{}, scope, ["? vaultsInSubscription"]],
  [{ vaultsInSubscription: "501" }, scope, ["? vaultsInSubscription"]],
  [{ vaultsInSubscription: 501 }, in2019("vmware-to-azure"), "n/a"],
])("%j in %j: %j", (facts, within, expected) => {
  expect(verdictOn("vaults-per-subscription", "deployment", facts, within)).toEqual(expected);
});
