import { boundaryOf } from "../checks/boundary";
import { knownBoolean, knownNumber } from "../facts/known";
import { defineRule, kept, missing, notApplicable, violation } from "./rule";

export const rule = defineRule({
  name: "azure-high-churn-size",
  ref: "ASR-0163",
  title: "A machine with High Churn has enough memory",
  rationale:
    "High Churn is recommended for machine sizes with much memory, because the driver buffers changes there.",
  remedy: "Choose a larger machine size, or replicate with ordinary churn.",
  limits: ["churn.high.min-memory"],
  moments: ["inventory", "live"],
  since: "0.1.0",
  subject: "machine",
  check(machine, { limits }) {
    const limit = limits.find("churn.high.min-memory");
    if (limit === undefined) return notApplicable;
    const highChurn = knownBoolean(machine.azure?.highChurn);
    if (highChurn === undefined) return [missing("azure.highChurn")];
    if (!highChurn) return kept;
    const memory = knownNumber(machine.memoryMiB);
    if (memory === undefined) return [missing("memoryMiB")];
    const boundary = boundaryOf(limit);
    if (boundary.admits(memory, "MiB")) return kept;
    return [
      violation(limit, {
        subject: "memory",
        observed: `${memory} MiB`,
        message: `The machine replicates with High Churn and has ${memory} MiB of memory; ${boundary.text} are recommended.`,
        path: "memoryMiB",
      }),
    ];
  },
});
