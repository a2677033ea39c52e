import { failoverTables, failoverTypes, planName } from "../checks/recovery-plans";
import { knownObjects, knownString, knownStrings } from "../facts/known";
import { defineRule, missing, notApplicable, stringOf, violation, type Outcome } from "./rule";

export const rule = defineRule({
  name: "recovery-plan-failover-types",
  ref: "ASR-0015",
  title: "Actions of a recovery plan run in failovers that the scenario supports",
  rationale:
    "An action for a failover type or direction that the scenario does not have never runs, so what it shall do never happens.",
  remedy: "Give the action the failover types and directions that the scenario supports.",
  limits: [
    "failover.test",
    "failover.planned",
    "failover.unplanned",
    "failback.test",
    "failback.planned",
    "failback.unplanned",
  ],
  moments: ["component", "resource", "live"],
  since: "0.1.0",
  subject: "recovery-plan",
  check(plan, { limits, scenario }) {
    const groups = knownObjects(plan.groups);
    if (limits.find("failover.test") === undefined) return notApplicable;
    if (groups === undefined) return [missing("groups")];
    const outcomes: Outcome[] = [];
    groups.forEach((group, groupIndex) => {
      for (const [index, action] of (knownObjects(group.actions) ?? []).entries()) {
        const types = knownStrings(action.failoverTypes);
        const directions = knownStrings(action.failoverDirections);
        if (types === undefined) outcomes.push(missing("groups[].actions[].failoverTypes"));
        if (directions === undefined) outcomes.push(missing("groups[].actions[].failoverDirections"));
        for (const type of types ?? []) {
          for (const direction of directions ?? []) {
            const table = failoverTables[direction.toLowerCase()];
            const operation = failoverTypes[type.toLowerCase()];
            if (table === undefined || operation === undefined) continue;
            const limit = limits.find(`${table}.${operation}`);
            if (limit === undefined || stringOf(limit) === "supported") continue;
            outcomes.push(
              violation(limit, {
                subject: `${planName(plan)}, action ${knownString(action.name) ?? index + 1}`,
                observed: `${type}, ${direction}`,
                message: `The action runs in ${type} ${direction}, which is ${stringOf(limit)} for ${scenario}.`,
                path: `groups[${groupIndex}].actions[${index}].failoverTypes`,
              }),
            );
          }
        }
      }
    });
    return outcomes;
  },
});
