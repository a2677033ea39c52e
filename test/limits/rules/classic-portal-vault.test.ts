import { expect, it } from "vitest";
import { in2016, in2019, verdictOn, type Case } from "./judging";

const scope = in2016("vmware-to-azure");

it.each<Case>([
  [{ portal: "azure" }, scope, "kept"],
  [{ portal: "classic" }, scope, ["error azure-account.vault.classic.create"]],
  // One that exists may stay: never an error.
  [{ portal: "classic", id: "/vaults/old" }, scope, ["warning azure-account.vault.portal"]],
  [{}, scope, ["? portal"]],
  [{ portal: "classic" }, in2019("vmware-to-azure"), "n/a"],
])("%j in %j: %j", (facts, within, expected) => {
  expect(verdictOn("classic-portal-vault", "vault", facts, within)).toEqual(expected);
});
