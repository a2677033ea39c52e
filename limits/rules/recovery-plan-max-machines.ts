import { planName } from "../checks/recovery-plans";
import { knownObjects, knownStrings } from "../facts/known";
import { defineRule, kept, missing, notApplicable, numberOf, violation } from "./rule";

export const rule = defineRule({
  name: "recovery-plan-max-machines",
  ref: "ASR-0013",
  title: "A recovery plan holds no more machines than the service takes",
  rationale: "The service refuses a plan with more machines, counted over all its groups.",
  remedy: "Split the plan into several, each with the machines of applications that fail over together.",
  limits: ["recovery-plan.max-machines"],
  moments: ["component", "resource", "live"],
  since: "0.1.0",
  subject: "recovery-plan",
  check(plan, { limits }) {
    const limit = limits.find("recovery-plan.max-machines");
    if (limit === undefined) return notApplicable;
    const groups = knownObjects(plan.groups);
    if (groups === undefined) return [missing("groups")];
    const machines = new Set<string>();
    let someUnknown = false;
    for (const group of groups) {
      const items = knownStrings(group.protectedItems);
      if (items === undefined) someUnknown = true;
      for (const item of items ?? []) machines.add(item.toLowerCase());
    }
    if (machines.size > numberOf(limit)) {
      return [
        violation(limit, {
          subject: planName(plan),
          observed: `${machines.size} machines`,
          message: `The recovery plan holds ${machines.size} machines; at most ${numberOf(limit)} are supported.`,
          path: "groups",
        }),
      ];
    }
    return someUnknown ? [missing("groups[].protectedItems")] : kept;
  },
});
