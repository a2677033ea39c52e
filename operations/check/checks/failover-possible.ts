import { machineSubject } from "../checked-vault";
import { defineCheck, notKnown, observed } from "../live-check";
import { monitoring } from "../sources";

const failovers: readonly string[] = ["UnplannedFailover", "PlannedFailover", "Failback"];

export const check = defineCheck({
  name: "failover-possible",
  ref: "ASR-L03",
  title: "The service would accept a failover of every machine now",
  rationale:
    "A machine that is still being enabled, was never fully replicated, or has failed over already cannot be failed over.",
  remedy: "Wait for the first recovery point, mend what stopped replication, or reprotect the machine.",
  source: monitoring("Monitor replicated machines"),
  needs: ["protectedItems"],
  *examine({ machines }) {
    for (const machine of machines) {
      const { allowedOperations, protectionState, activeLocation, currentJob } = machine;
      const subject = machineSubject(machine);
      // After a failover another check says what is to be done; a job of the machine ends by itself.
      if (activeLocation === "Recovery" || currentJob !== undefined) continue;
      if (allowedOperations === undefined) {
        yield notKnown(subject, "allowedOperations");
        continue;
      }
      // Until a test failover is cleaned up the service allows its clean-up alone: a finding of its own.
      if (allowedOperations.some((name) => failovers.includes(name) || name === "TestFailoverCleanup"))
        continue;
      const state = machine.protectionStateDescription ?? protectionState ?? "no state";
      yield observed({
        severity: "error",
        subject,
        observed: state,
        message: `The machine cannot be failed over in its state, "${state}".`,
      });
    }
  },
});
