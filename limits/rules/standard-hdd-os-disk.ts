import { disksOf, itemName } from "../checks/protected-items";
import { listField, textField } from "../checks/values";
import { knownString } from "../facts/known";
import { defineRule, missing, notApplicable, violation, type Outcome } from "./rule";

export const rule = defineRule({
  name: "standard-hdd-os-disk",
  ref: "ASR-0068",
  title: "Recovered operating-system disks are no Standard HDD",
  rationale: "Standard HDD operating-system disks retire; a machine recovered on one must be migrated then.",
  remedy: "Recover the operating-system disk to Standard SSD or Premium SSD.",
  limits: ["retirement.standard-hdd-os-disks"],
  moments: ["inventory", "component", "resource", "live"],
  since: "0.1.0",
  subject: "protected-item",
  check(item, { limits }) {
    const limit = limits.find("retirement.standard-hdd-os-disks");
    if (limit === undefined) return notApplicable;
    const disks = disksOf(item);
    if (disks === undefined) return [missing("disks")];
    const types = listField(limit, "diskTypes");
    return disks.flatMap((disk, index): Outcome[] => {
      if (disk.os === false) return [];
      const type = knownString(disk.type);
      if (type === undefined) return [missing("disks[].type")];
      if (!types.includes(type)) return [];
      if (disk.os === undefined) return [missing("disks[].os")];
      return [
        violation(limit, {
          subject: `${itemName(item)}, disk ${knownString(disk.id) ?? index + 1}`,
          observed: type,
          message: `The operating-system disk is ${type}, which retires on ${textField(limit, "date")}.`,
          path: `disks[${index}].type`,
        }),
      ];
    });
  },
});
