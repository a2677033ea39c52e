import { judgeDisks } from "../checks/disks";
import { knownString } from "../facts/known";
import { defineRule, missing, notApplicable, stringsOf, violation } from "./rule";

export const rule = defineRule({
  name: "replica-disk-type",
  ref: "ASR-0158",
  title: "Replicas lie on disk types that Site Recovery writes to",
  rationale:
    "Ultra disks and Premium SSD v2 are refused as replicas in every scenario, and switching to them stops replication.",
  remedy: "Replicate to Premium SSD or to standard storage; the type can be changed after failover.",
  limits: ["replica.disk-type.refused"],
  moments: ["inventory", "component", "live"],
  since: "0.1.0",
  subject: "machine",
  check(machine, { limits, site }) {
    const limit = limits.find("replica.disk-type.refused");
    if (limit === undefined) return notApplicable;
    const refused = stringsOf(limit);
    return judgeDisks(machine, "targetType", (disk) => {
      const type = knownString(disk.facts.targetType ?? site?.target?.diskType);
      if (type === undefined) return missing("disks[].targetType");
      if (!refused.includes(type)) return undefined;
      return violation(limit, {
        subject: disk.subject,
        observed: type,
        message: `The disk shall replicate to ${type}, which is refused as a replica.`,
        path: disk.path("targetType"),
      });
    });
  },
});
