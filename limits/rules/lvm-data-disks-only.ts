import { unlessFamily } from "../checks/answers";
import { holdingVolume, volumesOf } from "../checks/volumes";
import { defineRule, kept, missing, notApplicable, violation, type Outcome } from "./rule";

export const rule = defineRule({
  name: "lvm-data-disks-only",
  ref: "ASR-0147",
  title: "On Hyper-V the Linux system lies on partitions, not on LVM",
  rationale: "Hyper-V replication supports LVM on data disks only.",
  remedy:
    "Move the root file system and /boot to partitions, or protect the machine with the Mobility Service as a physical server.",
  limits: ["hyperv.lvm.data-disks-only"],
  moments: ["inventory", "live"],
  since: "0.1.0",
  subject: "machine",
  check(machine, { limits }) {
    const limit = limits.find("hyperv.lvm.data-disks-only");
    if (limit === undefined) return notApplicable;
    const other = unlessFamily(machine, "linux");
    if (other !== undefined) return other;
    const volumes = volumesOf(machine);
    if (volumes === undefined) return [missing("volumes[].manager")];
    const system = [...new Set(["/", "/boot"].map((path) => holdingVolume(volumes, path)))];
    const outcomes = system.flatMap((volume): readonly Outcome[] => {
      if (volume === undefined) return [missing("volumes[].mount")];
      const { manager } = volume.facts;
      if (typeof manager !== "string") return [missing("volumes[].manager")];
      if (manager !== "lvm" && manager !== "lvm2") return [];
      return [
        violation(limit, {
          subject: volume.subject,
          observed: manager,
          message: "A volume of the operating system lies on LVM.",
          path: volume.path("manager"),
        }),
      ];
    });
    return outcomes.length === 0 ? kept : outcomes;
  },
});
