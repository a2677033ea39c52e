import { machineSubject } from "../checked-vault";
import { defineCheck, observed } from "../live-check";
import { reprotect } from "../sources";

export const check = defineCheck({
  name: "failed-over",
  ref: "ASR-L05",
  title: "No machine runs at its recovery site without replication back",
  rationale: "After a failover the machine runs unprotected until it is committed and reprotected.",
  remedy: "Commit the failover and reprotect the machine.",
  source: reprotect("Reprotect a VM"),
  needs: ["protectedItems"],
  *examine({ machines }) {
    for (const machine of machines) {
      if (machine.activeLocation !== "Recovery") continue;
      const { allowedOperations = [], currentJob } = machine;
      const uncommitted = allowedOperations.includes("Commit");
      const unprotected = allowedOperations.includes("ReverseReplicate");
      if (currentJob !== undefined || !(uncommitted || unprotected)) continue;
      yield observed({
        severity: "error",
        subject: machineSubject(machine),
        observed: machine.protectionStateDescription ?? machine.protectionState ?? "failed over",
        message: uncommitted
          ? "The machine has failed over, and the failover is not committed."
          : "The machine has failed over and does not replicate back.",
        remedy: uncommitted ? "Commit the failover, then reprotect the machine." : "Reprotect the machine.",
      });
    }
  },
});
