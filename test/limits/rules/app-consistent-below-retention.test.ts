import { fc, it as property } from "@fast-check/vitest";
import { expect, it } from "vitest";
import { current, verdictOn, type Case } from "./judging";

const rule = "app-consistent-below-retention";
const scope = current("vmware-to-azure");
const refused = ["error replication-policy.app-consistent.below-retention"];
const policy = (frequency: unknown, retention: unknown) => ({
  appConsistentFrequencyInMinutes: frequency,
  recoveryPointRetentionInMinutes: retention,
});

property.prop([fc.integer({ min: 1, max: 21600 }), fc.integer({ min: -1, max: 1 })])(
  "is shorter than the retention",
  (retention, beyond) => {
    const frequency = retention + beyond;
    expect(verdictOn(rule, "replication-policy", policy(frequency, retention), scope)).toEqual(
      frequency === 0 || frequency < retention ? "kept" : refused,
    );
  },
);

it.each<Case>([
  [policy(0, 0), scope, "kept"],
  [policy(60, 0), scope, refused],
  [policy(null, 0), scope, "kept"],
  [policy(60, null), scope, "kept"],
  [policy(undefined, 60), scope, ["? appConsistentFrequencyInMinutes"]],
  [policy(60, undefined), scope, ["? recoveryPointRetentionInMinutes"]],
  [policy(60, 30), current("azure-to-azure"), "n/a"],
])("%j in %j: %j", (facts, within, expected) => {
  expect(verdictOn(rule, "replication-policy", facts, within)).toEqual(expected);
});
