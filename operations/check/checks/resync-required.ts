import { machineSubject } from "../checked-vault";
import { defineCheck, observed } from "../live-check";
import { monitoring } from "../sources";

export const check = defineCheck({
  name: "resync-required",
  ref: "ASR-L28",
  title: "No machine waits for a resynchronisation",
  rationale: "Until it is resynchronised no new recovery point arises.",
  remedy: "Resynchronise the machine, at a time when its line is quiet.",
  source: monitoring("Monitor replicated machines"),
  needs: ["protectedItems"],
  *examine({ machines }) {
    for (const machine of machines) {
      if (machine.resyncRequired !== true) continue;
      yield observed({
        severity: "error",
        subject: machineSubject(machine),
        observed: "resynchronisation required",
        message: "The machine has to be resynchronised before it has a new recovery point.",
      });
    }
  },
});
