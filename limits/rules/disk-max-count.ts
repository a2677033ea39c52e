import { dataDiskCount, replicatedDisks } from "../checks/disks";
import { defineRule, kept, missing, notApplicable, numberOf, violation } from "./rule";

export const rule = defineRule({
  name: "disk-max-count",
  ref: "ASR-0101",
  title: "The machine has no more disks than Azure accepts",
  rationale:
    "An Azure virtual machine takes a limited number of disks; the prerequisites check fails above it.",
  remedy: "Merge disks, or leave disks that need no protection out of replication.",
  limits: ["azure-vm.data-disk.max-count", "azure-vm.disk.max-count"],
  moments: ["inventory", "component", "live"],
  since: "0.1.0",
  subject: "machine",
  check(machine, { limits }) {
    const dataLimit = limits.find("azure-vm.data-disk.max-count");
    const totalLimit = limits.find("azure-vm.disk.max-count");
    if (dataLimit === undefined && totalLimit === undefined) return notApplicable;
    const disks = replicatedDisks(machine);
    if (disks === undefined) return [missing("disks")];
    if (dataLimit !== undefined) {
      const dataDisks = dataDiskCount(disks);
      if (dataDisks > numberOf(dataLimit)) {
        return [
          violation(dataLimit, {
            subject: "disks",
            observed: `${dataDisks} data disks`,
            message: `The machine has ${dataDisks} data disks; at most ${numberOf(dataLimit)} are supported.`,
            path: "disks",
          }),
        ];
      }
    }
    if (totalLimit !== undefined && disks.length > numberOf(totalLimit)) {
      return [
        violation(totalLimit, {
          subject: "disks",
          observed: `${disks.length} disks`,
          message: `The machine has ${disks.length} disks in all; at most ${numberOf(totalLimit)} are supported.`,
          path: "disks",
        }),
      ];
    }
    return kept;
  },
});
