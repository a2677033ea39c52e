import { planName } from "../checks/recovery-plans";
import { knownObjects, knownString } from "../facts/known";
import { defineRule, missing, notApplicable, violation, type Outcome } from "./rule";

export const rule = defineRule({
  name: "recovery-plan-manual-actions",
  ref: "ASR-0016",
  title: "Recovery plans have no manual actions",
  rationale:
    "A failover waits at every manual action until somebody confirms it, which lengthens the recovery.",
  remedy: "Turn the manual action into an Azure Automation runbook.",
  limits: ["recovery-plan.manual-actions"],
  moments: ["component", "resource", "live"],
  since: "0.1.0",
  subject: "recovery-plan",
  check(plan, { limits }) {
    const limit = limits.find("recovery-plan.manual-actions");
    if (limit === undefined) return notApplicable;
    const groups = knownObjects(plan.groups);
    if (groups === undefined) return [missing("groups")];
    return groups.flatMap((group, groupIndex) =>
      (knownObjects(group.actions) ?? []).flatMap((action, index): Outcome[] => {
        if (knownString(action.kind) === undefined) return [missing("groups[].actions[].kind")];
        if (action.kind !== "manual") return [];
        return [
          violation(limit, {
            subject: `${planName(plan)}, action ${knownString(action.name) ?? index + 1}`,
            observed: "manual action",
            message: "The recovery plan waits for a manual action; automated ones recover faster.",
            path: `groups[${groupIndex}].actions[${index}].kind`,
          }),
        ];
      }),
    );
  },
});
