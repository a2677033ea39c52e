import { counted } from "../../../limits/counted";
import { vaultSubject } from "../checked-vault";
import { defineCheck, observed } from "../live-check";
import { recoveryPlans } from "../sources";

export const check = defineCheck({
  name: "no-recovery-plan",
  ref: "ASR-L11",
  title: "A vault with machines has recovery plans",
  rationale: "Without a plan every machine is failed over by hand, in an order that nobody has tried.",
  remedy: "Create a recovery plan for each application.",
  source: recoveryPlans("Why use a recovery plan?"),
  needs: ["protectedItems", "recoveryPlans"],
  *examine(vault) {
    if (vault.machines.length === 0 || vault.plans.length > 0) return;
    yield observed({
      severity: "warning",
      subject: vaultSubject(vault),
      observed: "no recovery plan",
      message: `The vault protects ${counted(vault.machines.length, "machine")} and has no recovery plan.`,
    });
  },
});
