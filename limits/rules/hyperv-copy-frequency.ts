import { policyName } from "../checks/replication-policies";
import { knownNumber } from "../facts/known";
import { defineRule, kept, missing, notApplicable, recordsOf, violation } from "./rule";

export const rule = defineRule({
  name: "hyperv-copy-frequency",
  ref: "ASR-0021",
  title: "Hyper-V copies changes at a frequency that the service offers",
  rationale: "The service refuses a policy with another copy frequency.",
  remedy: "Set a copy frequency that the service offers.",
  limits: ["replication-policy.hyperv.frequencies"],
  moments: ["component", "resource", "live"],
  since: "0.1.0",
  subject: "replication-policy",
  check(policy, { limits }) {
    const limit = limits.find("replication-policy.hyperv.frequencies");
    if (limit === undefined) return notApplicable;
    if (policy.replicationIntervalInSeconds === null) return kept;
    const interval = knownNumber(policy.replicationIntervalInSeconds);
    if (interval === undefined) return [missing("replicationIntervalInSeconds")];
    const offered = recordsOf(limit).flatMap(({ seconds }) => (typeof seconds === "number" ? seconds : []));
    if (offered.includes(interval)) return kept;
    return [
      violation(limit, {
        subject: policyName(policy),
        observed: `${interval} seconds`,
        message: `A copy every ${interval} seconds is not offered; offered: ${offered.join(", ")} seconds.`,
        path: "replicationIntervalInSeconds",
      }),
    ];
  },
});
