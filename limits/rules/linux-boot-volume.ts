import { isAgentBelow } from "../checks/agent";
import { unlessFamily } from "../checks/answers";
import { holdingVolume, volumesOf } from "../checks/volumes";
import { defineRule, missing, notApplicable, numberOf, stringOf, violation, type Outcome } from "./rule";

const isLvm = (manager: unknown): boolean => manager === "lvm" || manager === "lvm2";

export const rule = defineRule({
  name: "linux-boot-volume",
  ref: "ASR-0142",
  title: "/boot lies where the Mobility Service supports it",
  rationale:
    "/boot on LVM needs a certain Mobility Service and never spans several disks: the machine would not boot in Azure.",
  remedy: "Update the Mobility Service, or move /boot to a partition of the operating-system disk.",
  limits: ["linux.boot.lvm.min-mobility-service", "linux.boot.lvm.max-disks"],
  moments: ["inventory", "live"],
  since: "0.1.0",
  subject: "machine",
  check(machine, { limits }) {
    const minAgent = limits.find("linux.boot.lvm.min-mobility-service");
    const maxDisks = limits.find("linux.boot.lvm.max-disks");
    if (minAgent === undefined && maxDisks === undefined) return notApplicable;
    const other = unlessFamily(machine, "linux");
    if (other !== undefined) return other;
    const volumes = volumesOf(machine);
    // Where /boot is no volume of its own it lies on the root file system.
    const boot = volumes === undefined ? undefined : holdingVolume(volumes, "/boot");
    if (boot === undefined) return [missing("volumes[].mount")];
    if (typeof boot.facts.manager !== "string") return [missing("volumes[].manager")];
    if (!isLvm(boot.facts.manager)) return [];
    const outcomes: Outcome[] = [];
    if (minAgent !== undefined) {
      const below = isAgentBelow(machine, stringOf(minAgent));
      if (below === undefined) outcomes.push(missing("mobilityServiceVersion"));
      if (below === true) {
        outcomes.push(
          violation(minAgent, {
            subject: boot.subject,
            observed: `/boot on LVM, Mobility Service ${machine.mobilityServiceVersion ?? ""}`,
            message: `/boot lies on LVM, which needs Mobility Service ${stringOf(minAgent)} or later.`,
            path: boot.path("manager"),
          }),
        );
      }
    }
    if (maxDisks !== undefined) {
      if (boot.disks === undefined) outcomes.push(missing("volumes[].disks"));
      else if (boot.disks.length > numberOf(maxDisks)) {
        outcomes.push(
          violation(maxDisks, {
            subject: boot.subject,
            observed: `${boot.disks.length} disks`,
            message: `/boot lies on LVM over ${boot.disks.length} disks; at most ${numberOf(maxDisks)} is supported.`,
            path: boot.path("disks"),
          }),
        );
      }
    }
    return outcomes;
  },
});
