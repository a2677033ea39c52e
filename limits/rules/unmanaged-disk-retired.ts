import { disksOf, itemName } from "../checks/protected-items";
import { knownString } from "../facts/known";
import { defineRule, missing, notApplicable, stringOf, violation, type Outcome } from "./rule";

export const rule = defineRule({
  name: "unmanaged-disk-retired",
  ref: "ASR-0067",
  title: "Azure VMs replicate managed disks",
  rationale: "Unmanaged disks are retired: they are refused as source, replica and failover target.",
  remedy: "Migrate the machine to managed disks, then disable and enable its protection.",
  limits: ["retirement.unmanaged-disks"],
  moments: ["inventory", "component", "resource", "live"],
  since: "0.1.0",
  subject: "protected-item",
  check(item, { limits }) {
    const limit = limits.find("retirement.unmanaged-disks");
    if (limit === undefined) return notApplicable;
    const disks = disksOf(item);
    if (disks === undefined) return [missing("disks")];
    return disks.flatMap((disk, index): Outcome[] => {
      if (disk.managed === undefined) return [missing("disks[].managed")];
      if (disk.managed) return [];
      return [
        violation(limit, {
          subject: `${itemName(item)}, disk ${knownString(disk.id) ?? index + 1}`,
          observed: "unmanaged disk",
          message: `Unmanaged disks are retired since ${stringOf(limit)}.`,
          path: `disks[${index}].managed`,
        }),
      ];
    });
  },
});
