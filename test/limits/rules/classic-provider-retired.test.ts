import { expect, it } from "vitest";
import { current, in2019, verdictOn, type Case } from "./judging";

const classic = { ...current("vmware-to-azure"), experience: "classic" } as const;

it.each<Case>([
  [{ instanceType: "InMageAzureV2" }, { ...classic, asOf: "2026-03-30" }, ["error retirement.classic"]],
  [
    { instanceType: "InMageAzureV2" },
    { ...classic, asOf: "2026-02-01" },
    ["error retirement.classic.enabling"],
  ],
  [{ instanceType: "InMageAzureV2" }, { ...classic, asOf: "2026-01-30" }, "n/a"],
  [{ instanceType: "InMageRcm" }, { ...classic, asOf: "2026-03-30" }, "kept"],
  [{}, { ...classic, asOf: "2026-03-30" }, ["? instanceType"]],
  [{ instanceType: "InMageAzureV2" }, in2019("vmware-to-azure"), "n/a"],
])("%j in %j: %j", (facts, within, expected) => {
  expect(verdictOn("classic-provider-retired", "protected-item", facts, within)).toEqual(expected);
});
