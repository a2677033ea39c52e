import { itemName } from "../checks/protected-items";
import { judgeWithinRegion } from "../checks/within-region";
import { knownString } from "../facts/known";
import { parseResourceId } from "../facts/resource-id";
import { defineRule, missing, notApplicable, violation } from "./rule";

export const rule = defineRule({
  name: "zone-to-zone-resource-group",
  ref: "ASR-0048",
  title: "Machines replicated within a region are recovered in another resource group",
  rationale: "Source and target machine have one name, so they cannot share a resource group.",
  remedy: "Choose another target resource group.",
  limits: ["zone-to-zone.resource-group"],
  moments: ["component", "stack", "live"],
  since: "0.1.0",
  subject: "deployment",
  check(deployment, { limits }) {
    const limit = limits.find("zone-to-zone.resource-group");
    if (limit === undefined) return notApplicable;
    return judgeWithinRegion(deployment, (item, index) => {
      const source =
        parseResourceId(knownString(item.sourceVmId) ?? "").resourceGroup ??
        knownString(deployment.sourceResourceGroup)?.toLowerCase();
      const target =
        parseResourceId(knownString(item.targetResourceGroupId) ?? "").resourceGroup ??
        knownString(deployment.targetResourceGroup)?.toLowerCase();
      if (source === undefined) return [missing("protectedItems[].sourceVmId")];
      if (target === undefined) return [missing("protectedItems[].targetResourceGroupId")];
      if (source !== target) return [];
      return [
        violation(limit, {
          subject: itemName(item, index),
          observed: `resource group ${target}`,
          message: `Source and target resource group are the same: ${target}.`,
          path: `protectedItems[${index}].targetResourceGroupId`,
        }),
      ];
    });
  },
});
