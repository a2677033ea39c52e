import { expect, it } from "vitest";
import { current, verdictOn, type Case } from "./judging";

const scope = current("vmware-to-azure");
const refused = ["error replication-policy.crash-consistent.interval"];
const policy = (minutes: unknown) => ({ crashConsistentFrequencyInMinutes: minutes });

it.each<Case>([
  [policy(4), scope, refused],
  [policy(5), scope, "kept"],
  [policy(6), scope, refused],
  [policy(5), current("azure-to-azure"), "kept"],
  [policy(15), current("azure-to-azure"), refused],
  [policy(null), scope, "kept"],
  [policy(undefined), scope, ["? crashConsistentFrequencyInMinutes"]],
  [policy("5"), scope, ["? crashConsistentFrequencyInMinutes"]],
  // The classic path: 15 minutes at least, told and never reported.
  [policy(5), { ...scope, experience: "classic" }, "kept"],
  [policy(15), { ...scope, experience: "classic" }, "kept"],
])("%j in %j: %j", (facts, within, expected) => {
  expect(verdictOn("crash-consistent-interval", "replication-policy", facts, within)).toEqual(expected);
});
