import { planSubject } from "../checked-vault";
import { drillsOf } from "../drills";
import { dateText } from "../durations";
import { defineCheck, observed } from "../live-check";
import { testFailover } from "../sources";

export const check = defineCheck({
  name: "drill-failed",
  ref: "ASR-L24",
  title: "The newest drill of every recovery plan ended well",
  rationale: "What failed in the drill fails in the disaster.",
  remedy: "Mend what the job's error names and run the drill again.",
  source: testFailover("Run a test failover"),
  needs: ["recoveryPlans", "jobs", "protectedItems"],
  *examine(vault) {
    const drills = drillsOf(vault);
    for (const plan of vault.plans) {
      const failure = drills.get(plan.id)?.lastFailure;
      if (failure === undefined) continue;
      yield observed({
        severity: "error",
        subject: planSubject(plan),
        observed: `failed on ${dateText(failure.at)}`,
        message: `The newest drill of the plan failed on ${dateText(failure.at)}.`,
      });
    }
  },
});
