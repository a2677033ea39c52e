import { multiVmGroups } from "../checks/protected-items";
import { defineRule, missing, notApplicable, numberOf, violation, type Outcome } from "./rule";

export const rule = defineRule({
  name: "multi-vm-group-size",
  ref: "ASR-0058",
  title: "A multi-VM consistency group has no more machines than the service takes",
  rationale:
    "Machines of a group are frozen together for every shared recovery point; the service bounds how many.",
  remedy: "Split the group into several, or take machines out that need no shared recovery point.",
  limits: ["multi-vm-group.max-machines"],
  moments: ["inventory", "component", "stack", "live"],
  since: "0.1.0",
  subject: "deployment",
  check(deployment, { limits }) {
    const limit = limits.find("multi-vm-group.max-machines");
    if (limit === undefined) return notApplicable;
    const seen = multiVmGroups(deployment);
    if (seen === undefined) return [missing("protectedItems")];
    const outcomes: Outcome[] = seen.someUnknown ? [missing("protectedItems[].multiVmGroup")] : [];
    for (const [name, members] of seen.groups) {
      if (members.length <= numberOf(limit)) continue;
      outcomes.push(
        violation(limit, {
          subject: `multi-VM group ${name}`,
          observed: `${members.length} machines`,
          message: `The group has ${members.length} machines; at most ${numberOf(limit)} are supported.`,
          path: "protectedItems[].multiVmGroup",
        }),
      );
    }
    return outcomes;
  },
});
