import { minutesIn, minutesOf } from "../checks/durations";
import { parsedOnce } from "../checks/json";
import { policyName } from "../checks/replication-policies";
import { knownNumber } from "../facts/known";
import { defineRule, kept, missing, notApplicable, violation } from "./rule";

const frequenciesOf = parsedOnce(
  (limit): ReadonlySet<number> =>
    new Set(
      (Array.isArray(limit.value) ? limit.value : []).flatMap((hours) =>
        typeof hours === "number" ? hours * minutesIn(limit) : [],
      ),
    ),
);

export const rule = defineRule({
  name: "app-consistent-frequency",
  ref: "ASR-0018",
  title: "App-consistent recovery points are taken at a frequency that the service offers",
  rationale: "The service refuses a policy with another frequency.",
  remedy: "Set a frequency that the service offers, or switch app-consistent recovery points off.",
  limits: [
    "replication-policy.app-consistent.frequencies",
    "replication-policy.app-consistent.min-frequency",
  ],
  moments: ["component", "resource", "live"],
  since: "0.1.0",
  subject: "replication-policy",
  check(policy, { limits }) {
    const offered = limits.find("replication-policy.app-consistent.frequencies");
    const shortest = limits.find("replication-policy.app-consistent.min-frequency");
    if (offered === undefined && shortest === undefined) return notApplicable;
    if (policy.appConsistentFrequencyInMinutes === null) return kept;
    const frequency = knownNumber(policy.appConsistentFrequencyInMinutes);
    if (frequency === undefined) return [missing("appConsistentFrequencyInMinutes")];
    const seen = {
      subject: policyName(policy),
      observed: `${frequency} minutes`,
      path: "appConsistentFrequencyInMinutes",
    };
    if (offered !== undefined && !frequenciesOf(offered).has(frequency)) {
      const minutes = [...frequenciesOf(offered)].join(", ");
      return [
        violation(offered, {
          ...seen,
          message: `App-consistent recovery points every ${frequency} minutes are not offered; offered: ${minutes} minutes.`,
        }),
      ];
    }
    if (shortest !== undefined && frequency !== 0 && frequency < minutesOf(shortest)) {
      return [
        violation(shortest, {
          ...seen,
          message: `App-consistent recovery points every ${frequency} minutes are too frequent; at least ${minutesOf(shortest)} minutes lie between them.`,
        }),
      ];
    }
    return kept;
  },
});
