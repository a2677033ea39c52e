import { policyName } from "../checks/replication-policies";
import { minutesOf } from "../checks/durations";
import { knownNumber } from "../facts/known";
import { defineRule, kept, missing, notApplicable, numberOf, violation } from "./rule";

export const rule = defineRule({
  name: "recovery-point-retention",
  ref: "ASR-0017",
  title: "Recovery points are kept no longer than the service keeps them",
  rationale: "The service refuses a policy with a longer retention.",
  remedy: "Shorten the retention of the replication policy.",
  limits: ["replication-policy.retention.max"],
  moments: ["component", "resource", "live"],
  since: "0.1.0",
  subject: "replication-policy",
  check(policy, { limits }) {
    const limit = limits.find("replication-policy.retention.max");
    if (limit === undefined) return notApplicable;
    if (policy.recoveryPointRetentionInMinutes === null) return kept;
    const retention = knownNumber(policy.recoveryPointRetentionInMinutes);
    if (retention === undefined) return [missing("recoveryPointRetentionInMinutes")];
    if (retention <= minutesOf(limit)) return kept;
    return [
      violation(limit, {
        subject: policyName(policy),
        observed: `${retention} minutes`,
        message: `Recovery points are kept for ${retention} minutes; at most ${numberOf(limit)} ${limit.unit ?? ""} (${minutesOf(limit)} minutes) are supported.`,
        path: "recoveryPointRetentionInMinutes",
      }),
    ];
  },
});
