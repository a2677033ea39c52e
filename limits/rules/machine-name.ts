import { patternOf } from "../checks/values";
import { knownString } from "../facts/known";
import { defineRule, kept, missing, notApplicable, violation } from "./rule";

export const rule = defineRule({
  name: "machine-name",
  ref: "ASR-0011",
  title: "The machine's name can be a name in Azure",
  rationale:
    "The machine gets its source name in Azure unless another one is set; a failover cannot create a machine whose name Azure refuses.",
  remedy:
    "Set a name for Azure with letters, digits and hyphens, beginning and ending with a letter or digit.",
  limits: ["azure-vm.name.source-machine", "azure-vm.name.pattern"],
  moments: ["inventory", "component", "live"],
  since: "0.1.0",
  subject: "machine",
  check(machine, { limits }) {
    const azureName = typeof machine.azureName === "string" ? machine.azureName : undefined;
    const limit = limits.find(
      azureName === undefined ? "azure-vm.name.source-machine" : "azure-vm.name.pattern",
    );
    if (limit === undefined) return notApplicable;
    const name = azureName ?? knownString(machine.name);
    if (name === undefined) return [missing("name")];
    if (patternOf(limit).test(name)) return kept;
    return [
      violation(limit, {
        subject: "name",
        observed: name,
        message:
          azureName === undefined
            ? `The source name ${name} is no name that a machine can have in Azure.`
            : `The machine cannot have the name ${name === "" ? "(empty)" : name} in Azure.`,
        path: azureName === undefined ? "name" : "azureName",
      }),
    ];
  },
});
