import { gib, judgeDisks } from "../checks/disks";
import { isGeneration2 } from "../checks/generation";
import { defineRule, missing, notApplicable, numberOf, violation } from "./rule";

export const rule = defineRule({
  name: "os-disk-max-size",
  ref: "ASR-0001",
  title: "The operating-system disk is no larger than Azure accepts",
  rationale:
    "Site Recovery's prerequisites check fails for a machine whose operating-system disk is too large.",
  remedy:
    "Shrink the operating-system disk, or move data from it to a data disk, before enabling replication.",
  limits: ["azure-vm.os-disk.max-size", "azure-vm.os-disk.max-size.generation-2"],
  moments: ["inventory", "component", "live"],
  since: "0.1.0",
  subject: "machine",
  check(machine, { limits }) {
    const ordinary = limits.find("azure-vm.os-disk.max-size");
    const large = limits.find("azure-vm.os-disk.max-size.generation-2");
    if (ordinary === undefined) return notApplicable;
    const generation2 = large === undefined ? false : isGeneration2(machine);
    return judgeDisks(machine, "sizeGiB", (disk) => {
      if (disk.os === false) return undefined;
      if (disk.sizeGiB === undefined) return missing("disks[].sizeGiB");
      if (disk.sizeGiB <= numberOf(ordinary)) return undefined;
      const limit = generation2 === false ? ordinary : (large ?? ordinary);
      if (disk.sizeGiB > numberOf(limit)) {
        // A disk that may or may not hold the operating system is the data-disk rule's to judge.
        if (disk.os === undefined) return missing("disks[].os");
        return violation(limit, {
          subject: disk.subject,
          observed: gib(disk.sizeGiB),
          message: `The operating-system disk has ${gib(disk.sizeGiB)}; at most ${gib(numberOf(limit))} are supported.`,
          path: disk.path("sizeGiB"),
        });
      }
      if (generation2 === true) return undefined;
      return disk.os === undefined ? missing("disks[].os") : missing("generation");
    });
  },
});
