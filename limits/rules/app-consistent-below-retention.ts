import { policyName } from "../checks/replication-policies";
import { knownNumber } from "../facts/known";
import { defineRule, kept, missing, notApplicable, violation } from "./rule";

export const rule = defineRule({
  name: "app-consistent-below-retention",
  ref: "ASR-0019",
  title: "App-consistent recovery points are taken more often than they expire",
  rationale:
    "With a frequency as long as the retention there are times without any app-consistent recovery point.",
  remedy: "Take app-consistent recovery points more often, or keep recovery points longer.",
  limits: ["replication-policy.app-consistent.below-retention"],
  moments: ["component", "resource", "live"],
  since: "0.1.0",
  subject: "replication-policy",
  check(policy, { limits }) {
    const limit = limits.find("replication-policy.app-consistent.below-retention");
    if (limit === undefined) return notApplicable;
    const { appConsistentFrequencyInMinutes, recoveryPointRetentionInMinutes } = policy;
    // Off, or left to the service, which keeps its own defaults apart.
    if (appConsistentFrequencyInMinutes === null || appConsistentFrequencyInMinutes === 0) return kept;
    if (recoveryPointRetentionInMinutes === null) return kept;
    const frequency = knownNumber(appConsistentFrequencyInMinutes);
    const retention = knownNumber(recoveryPointRetentionInMinutes);
    if (frequency === undefined) return [missing("appConsistentFrequencyInMinutes")];
    if (retention === undefined) return [missing("recoveryPointRetentionInMinutes")];
    if (frequency < retention) return kept;
    return [
      violation(limit, {
        subject: policyName(policy),
        observed: `every ${frequency} minutes, kept for ${retention} minutes`,
        message: `App-consistent recovery points are taken every ${frequency} minutes and kept for ${retention} minutes; the frequency must be shorter.`,
        path: "appConsistentFrequencyInMinutes",
      }),
    ];
  },
});
