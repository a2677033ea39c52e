import { fc, it as property } from "@fast-check/vitest";
import { expect, it } from "vitest";
import { current, verdictOn, type Case } from "./judging";

const rule = "app-consistent-frequency";
const vmware = current("vmware-to-azure");
const azure = current("azure-to-azure");
const offered = ["error replication-policy.app-consistent.frequencies"];
const shortest = ["error replication-policy.app-consistent.min-frequency"];
const policy = (minutes: unknown) => ({ appConsistentFrequencyInMinutes: minutes });

property.prop([fc.integer({ min: 0, max: 1500 })])("takes whole hours from 0 to 12", (minutes) => {
  expect(verdictOn(rule, "replication-policy", policy(minutes), vmware)).toEqual(
    minutes % 60 === 0 && minutes <= 720 ? "kept" : offered,
  );
});

it.each<Case>([
  [policy(0), vmware, "kept"],
  [policy(59), vmware, offered],
  [policy(60), vmware, "kept"],
  [policy(720), vmware, "kept"],
  [policy(780), vmware, offered],
  [policy(null), vmware, "kept"],
  [policy(undefined), vmware, ["? appConsistentFrequencyInMinutes"]],
  [policy("60"), vmware, ["? appConsistentFrequencyInMinutes"]],
  [policy(0), azure, "kept"],
  [policy(59), azure, shortest],
  [policy(60), azure, "kept"],
  [policy(61), azure, "kept"],
  [policy(59), current("hyperv-to-azure"), "n/a"],
])("%j in %j: %j", (facts, scope, expected) => {
  expect(verdictOn(rule, "replication-policy", facts, scope)).toEqual(expected);
});
