import { planSubject } from "../checked-vault";
import { defineCheck, observed } from "../live-check";
import { recoveryPlans } from "../sources";

export const check = defineCheck({
  name: "plan-member-gone",
  ref: "ASR-L12",
  title: "Every item of a recovery plan is still protected",
  rationale: "A plan that names an item which is gone fails over less than people believe.",
  remedy: "Take the item out of the plan, or enable its protection again.",
  source: recoveryPlans("Model apps"),
  needs: ["protectedItems", "recoveryPlans"],
  *examine({ plans, machineById }) {
    for (const plan of plans) {
      const gone = plan.itemIds.filter((id) => !machineById.has(id));
      if (gone.length === 0) continue;
      yield observed({
        severity: "error",
        subject: planSubject(plan),
        observed: gone.map((id) => id.split("/").at(-1)).join(", "),
        message: `${gone.length} of the plan's ${plan.itemIds.length} items are no longer protected in this vault.`,
      });
    }
  },
});
