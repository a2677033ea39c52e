import { planSubject } from "../checked-vault";
import { drillsOf } from "../drills";
import { dateText, daysBetween } from "../durations";
import { defineCheck, observed } from "../live-check";
import { testFailover } from "../sources";

export const check = defineCheck({
  name: "drill-overdue",
  ref: "ASR-L23",
  title: "Every recovery plan was proven by a drill not too long ago",
  rationale:
    "A plan that nobody has tried is a hope: what changed since the last drill shows in the disaster.",
  remedy: "Run a test failover of the plan (asr drill --plan).",
  source: testFailover("Run a test failover"),
  needs: ["recoveryPlans", "jobs", "protectedItems"],
  *examine(vault) {
    const drills = drillsOf(vault);
    for (const plan of vault.plans) {
      const success = drills.get(plan.id)?.lastSuccess;
      const expected = `at most ${vault.thresholds.drillInDays} days ago (--drill-days)`;
      if (success === undefined) {
        yield observed({
          severity: "warning",
          subject: planSubject(plan),
          observed: `none since ${dateText(new Date(vault.snapshot.jobsSince))}`,
          expected,
          message: `No drill of the plan ended well since ${dateText(new Date(vault.snapshot.jobsSince))}.`,
        });
        continue;
      }
      const age = daysBetween(success.at, vault.now);
      if (age <= vault.thresholds.drillInDays) continue;
      yield observed({
        severity: "warning",
        subject: planSubject(plan),
        observed: `${age} days ago, on ${dateText(success.at)}`,
        expected,
        message: `The last drill that ended well was ${age} days ago, on ${dateText(success.at)}.`,
      });
    }
  },
});
