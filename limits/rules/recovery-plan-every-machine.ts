import { itemName, itemsOf, plansOf } from "../checks/protected-items";
import { defineRule, kept, missing, notApplicable, violation, type Outcome } from "./rule";

export const rule = defineRule({
  name: "recovery-plan-every-machine",
  ref: "ASR-0063",
  title: "Every replicated machine is in a recovery plan",
  rationale: "A machine in no plan is left behind when the plans fail over, and is missed only then.",
  remedy: "Add the machine to the recovery plan of its application.",
  limits: ["recovery-plan.every-machine"],
  moments: ["component", "stack", "live"],
  since: "0.1.0",
  subject: "deployment",
  check(deployment, { limits }) {
    const limit = limits.find("recovery-plan.every-machine");
    if (limit === undefined) return notApplicable;
    const plans = plansOf(deployment);
    if (plans === undefined) return [missing("recoveryPlans")];
    const items = itemsOf(deployment);
    if (items === undefined) return [missing("protectedItems")];
    if (plans.length === 0) return notApplicable;
    const left = items.flatMap((item, index): Outcome[] =>
      plans.some((plan) => plan.members.has(item))
        ? []
        : [
            violation(limit, {
              subject: itemName(item, index),
              observed: "in no recovery plan",
              message: "The machine is in no recovery plan, although there are recovery plans.",
              path: `protectedItems[${index}]`,
            }),
          ],
    );
    if (left.length === 0) return kept;
    // Entries whose machine is not known yet may be these.
    return plans.some((plan) => plan.someUnknown)
      ? [missing("recoveryPlans[].groups[].protectedItems")]
      : left;
  },
});
