import { replicatedDisks } from "../checks/disks";
import { defineRule, kept, missing, notApplicable, numberOf, violation } from "./rule";

export const rule = defineRule({
  name: "os-disk-count",
  ref: "ASR-0102",
  title: "Exactly one disk holds the operating system",
  rationale:
    "Site Recovery replicates machines that boot from one disk; with none, or with several, the prerequisites check fails.",
  remedy: "Bring boot and system partitions onto one disk, and do not leave that disk out of replication.",
  limits: ["azure-vm.os-disk.count", "linux.boot-disk.count"],
  moments: ["inventory", "component", "live"],
  since: "0.1.0",
  subject: "machine",
  check(machine, { limits }) {
    const limit = limits.find("azure-vm.os-disk.count") ?? limits.find("linux.boot-disk.count");
    if (limit === undefined) return notApplicable;
    const disks = replicatedDisks(machine);
    if (disks === undefined) return [missing("disks[].os")];
    const marked = disks.filter((disk) => disk.os === true).length;
    const unknown = disks.filter((disk) => disk.os === undefined).length;
    const wanted = numberOf(limit);
    if (marked > wanted || marked + unknown < wanted) {
      return [
        violation(limit, {
          subject: "disks",
          observed: `${marked} operating-system disks`,
          message: `${marked} replicated disks hold the operating system; exactly ${wanted} is supported.`,
          path: "disks",
        }),
      ];
    }
    // One disk is marked: that it is the only one is what marking it says.
    return marked === wanted ? kept : [missing("disks[].os")];
  },
});
