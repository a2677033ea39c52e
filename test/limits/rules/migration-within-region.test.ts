import { expect, it } from "vitest";
import { current, verdictOn, type Case } from "./judging";

const within = { sourceRegion: "westeurope", targetRegion: "West Europe" };
const across = { sourceRegion: "westeurope", targetRegion: "northeurope" };
const migration = { ...current("azure-to-azure"), intent: "migration" } as const;

it.each<Case>([
  [within, migration, ["error scenario.migration-within-region"]],
  [across, migration, "kept"],
  [{}, migration, ["? sourceRegion", "? targetRegion"]],
  [within, current("azure-to-azure"), "n/a"],
])("%j in %j: %j", (facts, within, expected) => {
  expect(verdictOn("migration-within-region", "deployment", facts, within)).toEqual(expected);
});
