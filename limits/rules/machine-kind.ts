import { knownString } from "../facts/known";
import type { Scenario } from "../scenarios";
import { defineRule, kept, missing, notApplicable, stringsOf, violation } from "./rule";

/** The scenarios that are named after a kind of machine. */
const scenarioOfKind: Readonly<Record<string, Scenario>> = {
  "vmware-vm": "vmware-to-azure",
  physical: "physical-to-azure",
  "hyperv-vm": "hyperv-to-azure",
  "azure-vm": "azure-to-azure",
};

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
    const own = Object.hasOwn(scenarioOfKind, kind) ? scenarioOfKind[kind] : undefined;
    return [
      violation(limit, {
        subject: "machine",
        observed: kind,
        message: `The machine is of kind ${kind}; ${scenario} replicates ${stringsOf(limit).join(", ")}.`,
        path: "kind",
        ...(own === undefined
          ? {}
          : { remedy: `Assess the machine in scenario ${own}, or correct its kind if it is none.` }),
      }),
    ];
  },
});
