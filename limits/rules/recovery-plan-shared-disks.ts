import { itemName, itemsOf, plansOf } from "../checks/protected-items";
import { knownString } from "../facts/known";
import { defineRule, missing, notApplicable, violation, type Outcome } from "./rule";

export const rule = defineRule({
  name: "recovery-plan-shared-disks",
  ref: "ASR-0062",
  title: "Recovery plans hold no machines with shared disks",
  rationale:
    "Machines of a cluster with shared disks fail over as a cluster; recovery plans do not support them.",
  remedy: "Take the machines of the cluster out of the recovery plan.",
  limits: ["recovery-plan.shared-disks"],
  moments: ["component", "stack", "live"],
  since: "0.1.0",
  subject: "deployment",
  check(deployment, { limits }) {
    const limit = limits.find("recovery-plan.shared-disks");
    if (limit === undefined) return notApplicable;
    const plans = plansOf(deployment);
    if (plans === undefined) return [missing("recoveryPlans")];
    const items = itemsOf(deployment);
    if (items === undefined) return [missing("protectedItems")];
    if (plans.length === 0) return notApplicable;
    const outcomes: Outcome[] = [];
    items.forEach((item, index) => {
      if (item.protectionClusterId === null) return;
      const cluster = knownString(item.protectionClusterId);
      if (cluster === undefined) {
        outcomes.push(missing("protectedItems[].protectionClusterId"));
        return;
      }
      const plan = plans.find((candidate) => candidate.members.has(item));
      if (plan !== undefined) {
        outcomes.push(
          violation(limit, {
            subject: itemName(item, index),
            observed: `in ${plan.name}`,
            message: `The machine has shared disks (cluster ${cluster}) and is in recovery plan ${plan.name}.`,
            path: `protectedItems[${index}].protectionClusterId`,
          }),
        );
      } else if (plans.some((candidate) => candidate.someUnknown)) {
        outcomes.push(missing("recoveryPlans[].groups[].protectedItems"));
      }
    });
    return outcomes;
  },
});
