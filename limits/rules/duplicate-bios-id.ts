import type { Machine } from "../facts/machine";
import { knownObjects, knownString } from "../facts/known";
import { defineRule, missing, notApplicable, numberOf, violation, type Outcome } from "./rule";

export const rule = defineRule({
  name: "duplicate-bios-id",
  ref: "ASR-0087",
  title: "Every machine has a BIOS id of its own",
  rationale: "The service tells machines apart by their BIOS id; two with one id are taken for one machine.",
  remedy: "Give the copied machine a BIOS id of its own before enabling replication.",
  limits: ["machine.bios-id"],
  moments: ["inventory"],
  since: "0.1.0",
  subject: "estate",
  check(estate, { limits }) {
    const limit = limits.find("machine.bios-id");
    if (limit === undefined) return notApplicable;
    const machines = knownObjects<Machine>(estate.machines);
    if (machines === undefined) return [missing("machines")];
    const byId = new Map<string, string[]>();
    let someUnknown = false;
    for (const machine of machines) {
      const id = knownString(machine.biosId)?.toLowerCase();
      const name = knownString(machine.name) ?? "";
      if (id === undefined) someUnknown = true;
      else byId.set(id, [...(byId.get(id) ?? []), name]);
    }
    const outcomes: Outcome[] = someUnknown ? [missing("machines[].biosId")] : [];
    for (const [id, names] of byId) {
      if (names.length <= numberOf(limit)) continue;
      outcomes.push(
        violation(limit, {
          subject: `BIOS id ${id}`,
          observed: names.join(", "),
          message: `${names.length} machines have one BIOS id: ${names.join(", ")}.`,
          path: "machines[].biosId",
        }),
      );
    }
    return outcomes;
  },
});
