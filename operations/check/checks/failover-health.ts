import { machineSubject } from "../checked-vault";
import { defineCheck, observed } from "../live-check";
import { monitoring } from "../sources";
import { healthErrorsText, healthSeverity } from "../health";

export const check = defineCheck({
  name: "failover-health",
  ref: "ASR-L02",
  title: "Every machine is ready to fail over",
  rationale: "The service says itself that a failover of the machine would run into trouble.",
  remedy: "Do what the machine's health errors recommend, and test the failover again.",
  source: monitoring("Monitor failover readiness"),
  needs: ["protectedItems"],
  *examine({ machines }) {
    for (const machine of machines) {
      const severity = healthSeverity(machine.failoverHealth);
      if (severity === undefined) continue;
      yield observed({
        severity,
        subject: machineSubject(machine),
        observed: machine.failoverHealth ?? "",
        expected: "Normal",
        message: `Failover health is ${machine.failoverHealth}${healthErrorsText(machine.healthErrors)}.`,
      });
    }
  },
});
