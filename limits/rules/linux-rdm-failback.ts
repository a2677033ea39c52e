import { judgeDisks } from "../checks/disks";
import { releaseOf } from "../checks/release";
import { defineRule, missing, notApplicable, violation } from "./rule";

export const rule = defineRule({
  name: "linux-rdm-failback",
  ref: "ASR-0076",
  title: "Failing back a Linux machine needs datastore space for its raw device mappings",
  rationale:
    "Raw device mappings of Linux machines are not reused on failback; each becomes a new VMDK file.",
  remedy: "Plan datastore space for the disk's full size before failing back.",
  limits: ["failback.rdm.linux"],
  moments: ["inventory", "live"],
  since: "0.1.0",
  subject: "machine",
  check(machine, { limits }) {
    const limit = limits.find("failback.rdm.linux");
    if (limit === undefined) return notApplicable;
    const { family } = releaseOf(machine);
    if (family === "windows" || family === "other") return notApplicable;
    return judgeDisks(machine, "kind", (disk) => {
      const { kind } = disk.facts;
      if (typeof kind !== "string") return missing("disks[].kind");
      if (kind !== "rdm") return undefined;
      if (family === undefined) return missing("os.family");
      return violation(limit, {
        subject: disk.subject,
        observed: "raw device mapping",
        message: "The raw device mapping comes back from Azure as a new VMDK file.",
        path: disk.path("kind"),
      });
    });
  },
});
