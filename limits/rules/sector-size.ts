import { judgeDisks } from "../checks/disks";
import { knownNumber } from "../facts/known";
import { defineRule, missing, notApplicable, recordsOf, violation } from "./rule";

export const rule = defineRule({
  name: "sector-size",
  ref: "ASR-0138",
  title: "Every disk has a supported sector size",
  rationale:
    "Disks with large logical sectors are refused in newer editions. 512-byte sectors and their emulation (512e) always pass.",
  remedy: "Move the data to a disk with 512-byte logical sectors.",
  limits: ["machine.disk.sectors.refused"],
  moments: ["inventory", "live"],
  since: "0.1.0",
  subject: "machine",
  check(machine, { limits }) {
    const limit = limits.find("machine.disk.sectors.refused");
    if (limit === undefined) return notApplicable;
    const refused = recordsOf(limit);
    return judgeDisks(machine, "logicalSectorBytes", (disk) => {
      const logical = knownNumber(disk.facts.logicalSectorBytes);
      if (logical === undefined) return missing("disks[].logicalSectorBytes");
      const rows = refused.filter((row) => row["logicalBytes"] === logical);
      if (rows.length === 0) return undefined;
      const physical = knownNumber(disk.facts.physicalSectorBytes);
      if (physical === undefined) return missing("disks[].physicalSectorBytes");
      if (!rows.some((row) => row["physicalBytes"] === physical)) return undefined;
      return violation(limit, {
        subject: disk.subject,
        observed: `${logical} bytes logical, ${physical} bytes physical`,
        message: `The disk has sectors of ${logical} bytes (physical ${physical} bytes).`,
        path: disk.path("logicalSectorBytes"),
      });
    });
  },
});
