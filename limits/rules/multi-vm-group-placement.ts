import { multiVmGroups } from "../checks/protected-items";
import { knownString } from "../facts/known";
import { parseResourceId } from "../facts/resource-id";
import { defineRule, missing, notApplicable, violation, type Outcome } from "./rule";

export const rule = defineRule({
  name: "multi-vm-group-placement",
  ref: "ASR-0061",
  title: "Machines of a multi-VM consistency group share a subscription",
  rationale:
    "Members reach each other by name for every shared recovery point, within one subscription and region.",
  remedy: "Group machines of one subscription and region only.",
  limits: ["recovery-plan.multi-vm-group"],
  moments: ["component", "stack", "live"],
  since: "0.1.0",
  subject: "deployment",
  check(deployment, { limits }) {
    const limit = limits.find("recovery-plan.multi-vm-group");
    if (limit === undefined) return notApplicable;
    const seen = multiVmGroups(deployment);
    if (seen === undefined) return [missing("protectedItems")];
    const outcomes: Outcome[] = seen.someUnknown ? [missing("protectedItems[].multiVmGroup")] : [];
    for (const [name, members] of seen.groups) {
      const subscriptions = new Set(
        members.map((member) => parseResourceId(knownString(member.sourceVmId) ?? "").subscriptionId),
      );
      if (subscriptions.delete(undefined)) outcomes.push(missing("protectedItems[].sourceVmId"));
      if (subscriptions.size <= 1) continue;
      outcomes.push(
        violation(limit, {
          subject: `multi-VM group ${name}`,
          observed: `${subscriptions.size} subscriptions`,
          message: `The machines of the group belong to ${subscriptions.size} subscriptions.`,
          path: "protectedItems[].sourceVmId",
        }),
      );
    }
    return outcomes;
  },
});
