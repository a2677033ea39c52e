import { expect, it } from "vitest";
import { current, verdictOn, type Case } from "./judging";

const classic = { ...current("vmware-to-azure"), experience: "classic" } as const;

it.each<Case>([
  [{ createdOn: "2023-03-14" }, classic, "kept"],
  [{ createdOn: "2023-03-15" }, classic, ["error retirement.classic.new-vaults"]],
  [{ createdOn: "2024-01-01T08:00:00Z" }, classic, ["error retirement.classic.new-vaults"]],
  [{}, classic, ["? createdOn"]],
  [{ createdOn: "2024-01-01" }, { ...classic, asOf: "2023-03-14" }, "n/a"],
  [{ createdOn: "2024-01-01" }, current("vmware-to-azure"), "n/a"],
])("%j in %j: %j", (facts, within, expected) => {
  expect(verdictOn("classic-experience-new-vault", "vault", facts, within)).toEqual(expected);
});
