import { itemName } from "../checks/protected-items";
import { judgeWithinRegion } from "../checks/within-region";
import { knownString } from "../facts/known";
import { parseResourceId } from "../facts/resource-id";
import { defineRule, missing, notApplicable, stringOf, violation } from "./rule";

export const rule = defineRule({
  name: "zone-to-zone-classic-vm",
  ref: "ASR-0050",
  title: "Machines replicated within a region are Resource Manager machines",
  rationale: "Classic virtual machines cannot replicate between zones.",
  remedy: "Migrate the machine to Azure Resource Manager first.",
  limits: ["zone-to-zone.classic-vm"],
  moments: ["component", "stack", "live"],
  since: "0.1.0",
  subject: "deployment",
  check(deployment, { limits }) {
    const limit = limits.find("zone-to-zone.classic-vm");
    if (limit === undefined) return notApplicable;
    return judgeWithinRegion(deployment, (item, index) => {
      const type = parseResourceId(knownString(item.sourceVmId) ?? "").type;
      if (type === undefined) return [missing("protectedItems[].sourceVmId")];
      if (type !== stringOf(limit)) return [];
      return [
        violation(limit, {
          subject: itemName(item, index),
          observed: "classic virtual machine",
          message: "A classic virtual machine cannot replicate between zones.",
          path: `protectedItems[${index}].sourceVmId`,
        }),
      ];
    });
  },
});
