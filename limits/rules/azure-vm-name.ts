import { itemName } from "../checks/protected-items";
import { patternOf } from "../checks/values";
import { defineRule, kept, missing, notApplicable, violation } from "./rule";

export const rule = defineRule({
  name: "azure-vm-name",
  ref: "ASR-0012",
  title: "The name that a replicated machine gets in Azure is valid",
  rationale: "A failover cannot create a machine whose name Azure refuses.",
  remedy: "Set a name with letters, digits and hyphens, beginning and ending with a letter or digit.",
  limits: ["azure-vm.name.pattern"],
  moments: ["component", "resource", "live"],
  since: "0.1.0",
  subject: "protected-item",
  check(item, { limits }) {
    const limit = limits.find("azure-vm.name.pattern");
    if (limit === undefined) return notApplicable;
    // Without a name of its own the machine keeps the source's, which the inventory judges.
    if (item.targetName === null) return notApplicable;
    if (typeof item.targetName !== "string") return [missing("targetName")];
    if (patternOf(limit).test(item.targetName)) return kept;
    return [
      violation(limit, {
        subject: itemName(item),
        observed: item.targetName,
        message: `The machine cannot have the name ${item.targetName === "" ? "(empty)" : item.targetName} in Azure.`,
        path: "targetName",
      }),
    ];
  },
});
