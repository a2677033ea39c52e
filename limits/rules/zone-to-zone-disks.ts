import { disksOf, itemName } from "../checks/protected-items";
import { judgeWithinRegion } from "../checks/within-region";
import { knownString } from "../facts/known";
import { defineRule, missing, notApplicable, stringsOf, violation, type Outcome } from "./rule";

export const rule = defineRule({
  name: "zone-to-zone-disks",
  ref: "ASR-0047",
  title: "Machines replicated within a region have managed disks of a supported type",
  rationale: "Zone-redundant, Ultra and unmanaged disks cannot replicate between zones.",
  remedy: "Use locally redundant managed disks, or replicate to another region.",
  limits: ["zone-to-zone.excluded-disks"],
  moments: ["component", "stack", "live"],
  since: "0.1.0",
  subject: "deployment",
  check(deployment, { limits }) {
    const limit = limits.find("zone-to-zone.excluded-disks");
    if (limit === undefined) return notApplicable;
    return judgeWithinRegion(deployment, (item, index) => {
      const disks = disksOf(item);
      if (disks === undefined) return [missing("protectedItems[].disks")];
      return disks.flatMap((disk, diskIndex): Outcome[] => {
        const type = knownString(disk.type);
        const unmanaged = disk.managed === false;
        if (!unmanaged && type === undefined) return [missing("protectedItems[].disks[].type")];
        if (!unmanaged && (type === undefined || !stringsOf(limit).includes(type))) return [];
        const observed = unmanaged ? "unmanaged disk" : (type ?? "");
        return [
          violation(limit, {
            subject: `${itemName(item, index)}, disk ${knownString(disk.id) ?? diskIndex + 1}`,
            observed,
            message: `The disk (${observed}) cannot replicate between zones.`,
            path: `protectedItems[${index}].disks[${diskIndex}].type`,
          }),
        ];
      });
    });
  },
});
