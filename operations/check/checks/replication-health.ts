import { machineSubject } from "../checked-vault";
import { defineCheck, notKnown, observed } from "../live-check";
import { monitoring } from "../sources";
import { healthErrorsText, healthSeverity } from "../health";

export const check = defineCheck({
  name: "replication-health",
  ref: "ASR-L01",
  title: "Every machine replicates in good health",
  rationale: "A machine whose replication is critical has no usable recovery point from now on.",
  remedy: "Do what the machine's health errors recommend, first of all for critical ones.",
  source: monitoring("Monitor replicated machines"),
  needs: ["protectedItems"],
  *examine({ machines }) {
    for (const machine of machines) {
      const health = machine.replicationHealth;
      if (health === undefined) {
        yield notKnown(machineSubject(machine), "replicationHealth");
        continue;
      }
      const severity = healthSeverity(health);
      if (severity === undefined) continue;
      yield observed({
        severity,
        subject: machineSubject(machine),
        observed: health,
        expected: "Normal",
        message: `Replication health is ${health}${healthErrorsText(machine.healthErrors)}.`,
      });
    }
  },
});
