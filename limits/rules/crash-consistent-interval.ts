import { minutesOf } from "../checks/durations";
import { policyName } from "../checks/replication-policies";
import { knownNumber } from "../facts/known";
import { defineRule, kept, missing, notApplicable, violation } from "./rule";

export const rule = defineRule({
  name: "crash-consistent-interval",
  ref: "ASR-0020",
  title: "Crash-consistent recovery points are taken at the service's fixed interval",
  rationale: "The interval cannot be adjusted; a policy with another one is refused.",
  remedy: "Set the interval of the service, or leave it out.",
  limits: [
    "replication-policy.crash-consistent.interval",
    "replication-policy.crash-consistent.min-interval",
  ],
  moments: ["component", "resource", "live"],
  since: "0.1.0",
  subject: "replication-policy",
  check(policy, { limits }) {
    const fixed = limits.find("replication-policy.crash-consistent.interval");
    const shortest = limits.find("replication-policy.crash-consistent.min-interval");
    const limit = fixed ?? shortest;
    if (limit === undefined) return notApplicable;
    if (policy.crashConsistentFrequencyInMinutes === null) return kept;
    const interval = knownNumber(policy.crashConsistentFrequencyInMinutes);
    if (interval === undefined) return [missing("crashConsistentFrequencyInMinutes")];
    const expected = minutesOf(limit);
    if (fixed === undefined ? interval >= expected : interval === expected) return kept;
    return [
      violation(limit, {
        subject: policyName(policy),
        observed: `${interval} minutes`,
        message: `Crash-consistent recovery points every ${interval} minutes are not offered; the interval is ${expected} minutes.`,
        path: "crashConsistentFrequencyInMinutes",
      }),
    ];
  },
});
