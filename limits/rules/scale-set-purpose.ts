import { knownObject, knownString } from "../facts/known";
import { defineRule, kept, missing, notApplicable, stringOf, violation } from "./rule";

export const rule = defineRule({
  name: "scale-set-purpose",
  ref: "ASR-0082",
  title: "Machines of a flexible scale set are there for availability",
  rationale: "Machines that a scale set adds and removes by load cannot be replicated.",
  remedy: "Take the machine out of the scale set, or replicate what the scale set is built from.",
  limits: ["azure-vm.scale-set"],
  moments: ["inventory", "live"],
  since: "0.1.0",
  subject: "machine",
  check(machine, { limits }) {
    const limit = limits.find("azure-vm.scale-set");
    if (limit === undefined) return notApplicable;
    const { scaleSet } = knownObject(machine.azure);
    if (scaleSet === null) return kept;
    const purpose = knownString(scaleSet);
    if (purpose === undefined) return [missing("azure.scaleSet")];
    if (purpose === stringOf(limit)) return kept;
    return [
      violation(limit, {
        subject: "scale set",
        observed: purpose,
        message: `The machine is in a flexible scale set for ${purpose}; only ${stringOf(limit)} is supported.`,
        path: "azure.scaleSet",
      }),
    ];
  },
});
