import { volumesOf } from "../checks/volumes";
import { knownBoolean } from "../facts/known";
import { defineRule, kept, missing, notApplicable, numberOf, violation, type Outcome } from "./rule";

export const rule = defineRule({
  name: "btrfs-layout",
  ref: "ASR-0140",
  title: "Btrfs lies on one disk and without RAID",
  rationale:
    "Btrfs over several disks or with a RAID profile is not supported, and its sub-volumes must not change after protection.",
  remedy: "Move the data to Btrfs on a single device, or to another listed file system.",
  limits: ["linux.btrfs.max-disks", "linux.btrfs.raid"],
  moments: ["inventory", "live"],
  since: "0.1.0",
  subject: "machine",
  check(machine, { limits }) {
    const maxDisks = limits.find("linux.btrfs.max-disks");
    const raid = limits.find("linux.btrfs.raid");
    if (maxDisks === undefined && raid === undefined) return notApplicable;
    const volumes = volumesOf(machine);
    if (volumes === undefined) return [missing("volumes[].fileSystem")];
    const outcomes: Outcome[] = [];
    for (const volume of volumes) {
      if (volume.fileSystem === undefined) outcomes.push(missing("volumes[].fileSystem"));
      if (volume.fileSystem !== "btrfs") continue;
      if (maxDisks !== undefined) {
        if (volume.disks === undefined) outcomes.push(missing("volumes[].disks"));
        else if (volume.disks.length > numberOf(maxDisks)) {
          outcomes.push(
            violation(maxDisks, {
              subject: volume.subject,
              observed: `${volume.disks.length} disks`,
              message: `Btrfs lies on ${volume.disks.length} disks; at most ${numberOf(maxDisks)} is supported.`,
              path: volume.path("disks"),
            }),
          );
        }
      }
      if (raid !== undefined) {
        const configured = knownBoolean(volume.facts.raid);
        if (configured === undefined) outcomes.push(missing("volumes[].raid"));
        if (configured === true) {
          outcomes.push(
            violation(raid, {
              subject: volume.subject,
              observed: "RAID",
              message: "Btrfs is set up with a RAID profile.",
              path: volume.path("raid"),
            }),
          );
        }
      }
    }
    return outcomes.length === 0 ? kept : outcomes;
  },
});
