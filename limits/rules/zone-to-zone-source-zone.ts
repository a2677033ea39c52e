import { itemName } from "../checks/protected-items";
import { judgeWithinRegion } from "../checks/within-region";
import { knownString } from "../facts/known";
import { defineRule, missing, notApplicable, violation } from "./rule";

export const rule = defineRule({
  name: "zone-to-zone-source-zone",
  ref: "ASR-0046",
  title: "Machines replicated within a region lie in a zone and recover in another",
  rationale: "Within a region only a machine that already lies in a zone can be replicated, to another zone.",
  remedy: "Move the machine into a zone first, choose another target zone, or replicate to another region.",
  limits: ["zone-to-zone.source-zone", "zone-to-zone.zoned-source"],
  moments: ["component", "stack", "live"],
  since: "0.1.0",
  subject: "deployment",
  check(deployment, { limits }) {
    const different = limits.find("zone-to-zone.source-zone");
    const zoned = limits.find("zone-to-zone.zoned-source");
    if (different === undefined || zoned === undefined) return notApplicable;
    return judgeWithinRegion(deployment, (item, index) => {
      if (item.sourceZone === null) {
        return [
          violation(zoned, {
            subject: itemName(item, index),
            observed: "in no zone",
            message: "The machine lies in no zone and shall be recovered in its own region.",
            path: `protectedItems[${index}].sourceZone`,
          }),
        ];
      }
      const source = knownString(item.sourceZone);
      if (source === undefined) return [missing("protectedItems[].sourceZone")];
      if (item.availabilityZone === null) return [];
      const target = knownString(item.availabilityZone);
      if (target === undefined) return [missing("protectedItems[].availabilityZone")];
      if (source !== target) return [];
      return [
        violation(different, {
          subject: itemName(item, index),
          observed: `zone ${source} to zone ${target}`,
          message: `The machine lies in zone ${source} and shall be recovered in the same zone.`,
          path: `protectedItems[${index}].availabilityZone`,
        }),
      ];
    });
  },
});
