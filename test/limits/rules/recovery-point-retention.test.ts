import { fc, it as property } from "@fast-check/vitest";
import { expect, it } from "vitest";
import { current, in2019, verdictOn, type Case } from "./judging";

const rule = "recovery-point-retention";
const scope = current("vmware-to-azure");
const limit = 15 * 24 * 60;
const refused = ["error replication-policy.retention.max"];

property.prop([fc.integer({ min: 0, max: 2 * limit })])("keeps up to 15 days", (minutes) => {
  expect(verdictOn(rule, "replication-policy", { recoveryPointRetentionInMinutes: minutes }, scope)).toEqual(
    minutes <= limit ? "kept" : refused,
  );
});

it.each<Case>([
  [{ recoveryPointRetentionInMinutes: limit - 1 }, scope, "kept"],
  [{ recoveryPointRetentionInMinutes: limit }, scope, "kept"],
  [{ recoveryPointRetentionInMinutes: limit + 1 }, scope, refused],
  [{ recoveryPointRetentionInMinutes: limit + 1 }, current("azure-to-azure"), refused],
  [{ recoveryPointRetentionInMinutes: null }, scope, "kept"],
  [{}, scope, ["? recoveryPointRetentionInMinutes"]],
  [{ recoveryPointRetentionInMinutes: "1440" }, scope, ["? recoveryPointRetentionInMinutes"]],
  [{ recoveryPointRetentionInMinutes: limit + 1 }, current("hyperv-to-azure"), "n/a"],
  [{ recoveryPointRetentionInMinutes: limit + 1 }, in2019("vmware-to-azure"), "n/a"],
])("%j in %j: %j", (policy, within, expected) => {
  expect(verdictOn(rule, "replication-policy", policy, within)).toEqual(expected);
});
