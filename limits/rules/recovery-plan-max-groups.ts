import { planName } from "../checks/recovery-plans";
import { knownObjects, knownString } from "../facts/known";
import { defineRule, kept, missing, notApplicable, numberOf, violation } from "./rule";

/** Groups that every plan has and that start no machine. */
const fixedGroups = new Set(["shutdown", "failover"]);

export const rule = defineRule({
  name: "recovery-plan-max-groups",
  ref: "ASR-0014",
  title: "A recovery plan has no more groups than the service takes",
  rationale: "The service refuses a plan with more groups.",
  remedy: "Merge groups, or split the plan into several.",
  limits: ["recovery-plan.max-groups"],
  moments: ["component", "resource", "live"],
  since: "0.1.0",
  subject: "recovery-plan",
  check(plan, { limits }) {
    const limit = limits.find("recovery-plan.max-groups");
    if (limit === undefined) return notApplicable;
    const groups = knownObjects(plan.groups);
    if (groups === undefined) return [missing("groups")];
    const kinds = groups.map((group) => knownString(group.groupType)?.toLowerCase());
    const starting = kinds.filter((kind) => kind !== undefined && !fixedGroups.has(kind)).length;
    const atMost = kinds.filter((kind) => kind === undefined || !fixedGroups.has(kind)).length;
    if (starting > numberOf(limit)) {
      return [
        violation(limit, {
          subject: planName(plan),
          observed: `${starting} groups`,
          message: `The recovery plan has ${starting} groups of machines; at most ${numberOf(limit)} are supported.`,
          path: "groups",
        }),
      ];
    }
    return atMost > numberOf(limit) ? [missing("groups[].groupType")] : kept;
  },
});
