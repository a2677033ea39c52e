import { multiVmGroups, plansOf } from "../checks/protected-items";
import { defineRule, missing, notApplicable, violation, type Outcome } from "./rule";

export const rule = defineRule({
  name: "multi-vm-group-in-one-plan",
  ref: "ASR-0059",
  title: "A recovery plan holds all machines of a multi-VM consistency group or none",
  rationale: "A member of the group cannot fail over alone.",
  remedy: "Put all machines of the group into one recovery plan.",
  limits: ["multi-vm-group.failover"],
  moments: ["component", "stack", "live"],
  since: "0.1.0",
  subject: "deployment",
  check(deployment, { limits }) {
    const limit = limits.find("multi-vm-group.failover");
    if (limit === undefined) return notApplicable;
    const seen = multiVmGroups(deployment);
    if (seen === undefined) return [missing("protectedItems")];
    const plans = plansOf(deployment);
    if (plans === undefined) return [missing("recoveryPlans")];
    const outcomes: Outcome[] = seen.someUnknown ? [missing("protectedItems[].multiVmGroup")] : [];
    for (const [name, members] of seen.groups) {
      for (const plan of plans) {
        const inside = members.filter((member) => plan.members.has(member)).length;
        if (inside === 0 || inside === members.length) continue;
        if (plan.someUnknown) {
          outcomes.push(missing("recoveryPlans[].groups[].protectedItems"));
          continue;
        }
        outcomes.push(
          violation(limit, {
            subject: `multi-VM group ${name}`,
            observed: `${inside} of ${members.length} machines in ${plan.name}`,
            message: `Recovery plan ${plan.name} holds ${inside} of the ${members.length} machines of the group, which fail over only together.`,
            path: "recoveryPlans[].groups[].protectedItems",
          }),
        );
      }
    }
    return outcomes;
  },
});
