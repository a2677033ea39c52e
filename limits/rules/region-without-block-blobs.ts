import { disksOf, itemName, itemsOf } from "../checks/protected-items";
import { regionOf } from "../checks/regions";
import { listField } from "../checks/values";
import { knownString } from "../facts/known";
import { defineRule, missing, notApplicable, violation, type Outcome } from "./rule";

export const rule = defineRule({
  name: "region-without-block-blobs",
  ref: "ASR-0044",
  title: "Disks that need a block blob cache account lie in a region that has such accounts",
  rationale:
    "Premium SSD v2 and Ultra disks need a block blob cache account, which some regions do not have.",
  remedy: "Use Premium SSD disks, or another region.",
  limits: ["region.without-block-blobs"],
  moments: ["component", "stack", "live"],
  since: "0.1.0",
  subject: "deployment",
  check(deployment, { limits }) {
    const limit = limits.find("region.without-block-blobs");
    if (limit === undefined) return notApplicable;
    const region = regionOf(deployment.sourceRegion);
    if (region === undefined) return [missing("sourceRegion")];
    if (!listField(limit, "regions").includes(region)) return notApplicable;
    const items = itemsOf(deployment);
    if (items === undefined) return [missing("protectedItems")];
    const types = listField(limit, "diskTypes");
    return items.flatMap((item, index): Outcome[] => {
      const disks = disksOf(item);
      if (disks === undefined) return [missing("protectedItems[].disks")];
      return disks.flatMap((disk, diskIndex): Outcome[] => {
        const type = knownString(disk.type);
        if (type === undefined) return [missing("protectedItems[].disks[].type")];
        if (!types.includes(type)) return [];
        return [
          violation(limit, {
            subject: `${itemName(item, index)}, disk ${knownString(disk.id) ?? diskIndex + 1}`,
            observed: `${type} in ${region}`,
            message: `A disk of type ${type} cannot be protected in ${region}, which has no block blob accounts.`,
            path: `protectedItems[${index}].disks[${diskIndex}].type`,
          }),
        ];
      });
    });
  },
});
