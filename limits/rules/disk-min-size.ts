import { judgeDisks, gib } from "../checks/disks";
import { boundaryOf } from "../checks/boundary";
import { defineRule, missing, notApplicable, violation } from "./rule";

export const rule = defineRule({
  name: "disk-min-size",
  ref: "ASR-0103",
  title: "No disk is smaller than Site Recovery accepts",
  rationale: "Site Recovery does not replicate very small disks.",
  remedy: "Grow the disk, or leave it out of replication.",
  limits: ["azure-vm.disk.min-size"],
  moments: ["inventory", "component", "live"],
  since: "0.1.0",
  subject: "machine",
  check(machine, { limits }) {
    const limit = limits.find("azure-vm.disk.min-size");
    if (limit === undefined) return notApplicable;
    const boundary = boundaryOf(limit);
    return judgeDisks(machine, "sizeGiB", (disk) => {
      if (disk.sizeGiB === undefined) return missing("disks[].sizeGiB");
      if (boundary.admits(disk.sizeGiB, "GiB")) return undefined;
      return violation(limit, {
        subject: disk.subject,
        observed: gib(disk.sizeGiB),
        message: `The disk has ${gib(disk.sizeGiB)}; it must have ${boundary.text}.`,
        path: disk.path("sizeGiB"),
      });
    });
  },
});
