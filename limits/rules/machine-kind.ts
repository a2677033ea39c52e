import { knownString } from "../facts/known";
import { defineRule, kept, missing, notApplicable, stringsOf, violation } from "./rule";

export const rule = defineRule({
  name: "machine-kind",
  ref: "ASR-0154",
  title: "The machine is of a kind that the scenario replicates",
  rationale:
    "Each scenario takes machines of one kind; a machine of another kind is set up by another scenario.",
  remedy: "Assess the machine in the scenario of its kind.",
  limits: ["machine.kind"],
  moments: ["inventory"],
  since: "0.1.0",
  subject: "machine",
  check(machine, { limits, scenario }) {
    const limit = limits.find("machine.kind");
    if (limit === undefined) return notApplicable;
    const kind = knownString(machine.kind);
    if (kind === undefined) return [missing("kind")];
    if (stringsOf(limit).includes(kind)) return kept;
    return [
      violation(limit, {
        subject: "machine",
        observed: kind,
        message: `The machine is a ${kind}; ${scenario} replicates ${stringsOf(limit).join(", ")}.`,
        path: "kind",
      }),
    ];
  },
});
