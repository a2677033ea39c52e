import { expect, it } from "vitest";
import { current, in2019, verdictOn, type Case } from "./judging";

const classic = { ...current("vmware-to-azure"), experience: "classic" } as const;

it.each<Case>([
  [{ name: "m" }, { ...classic, asOf: "2026-03-30" }, ["error retirement.classic"]],
  [{ name: "m" }, { ...classic, asOf: "2026-03-29" }, ["error retirement.classic.enabling"]],
  [{ name: "m" }, { ...classic, asOf: "2026-01-31" }, ["error retirement.classic.enabling"]],
  [{ name: "m" }, { ...classic, asOf: "2026-01-30" }, "n/a"],
  [{ name: "m" }, { ...classic, scenario: "physical-to-azure" }, ["error retirement.classic"]],
  [{ name: "m" }, current("vmware-to-azure"), "n/a"],
  [{ name: "m" }, in2019("vmware-to-azure"), "n/a"],
])("%j in %j: %j", (facts, within, expected) => {
  expect(verdictOn("classic-experience-retired", "machine", facts, within)).toEqual(expected);
});
