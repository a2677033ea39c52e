import { dataDiskCount, replicatedDisks } from "../checks/disks";
import { isRecord, parsedOnce, numberIn } from "../checks/json";
import { volumesOf } from "../checks/volumes";
import { releaseOf } from "../checks/release";
import type { Limit } from "../matrix/schema";
import { defineRule, kept, missing, notApplicable, violation } from "./rule";

interface Formula {
  readonly budget: number;
  readonly perDisk: number;
  readonly perLogicalVolume: number;
}

/** Disks take a share of a fixed budget, and every logical volume on them enlarges the share. */
const formulaOf = parsedOnce((limit: Limit): Formula => {
  const value = isRecord(limit.value) ? limit.value : {};
  return {
    budget: numberIn(value, "budget"),
    perDisk: numberIn(value, "perDisk"),
    perLogicalVolume: numberIn(value, "perLogicalVolume"),
  };
});

export const rule = defineRule({
  name: "data-disk-count-logical-volumes",
  ref: "ASR-0150",
  title: "The machine has no more disks than its logical volumes leave room for",
  rationale: "The description of disks and logical volumes that the Mobility Service sends has a fixed size.",
  remedy: "Merge logical volumes, or leave disks out of replication.",
  limits: ["azure-vm.data-disk.max-count.logical-volumes"],
  moments: ["inventory", "live"],
  since: "0.1.0",
  subject: "machine",
  check(machine, { limits }) {
    const limit = limits.find("azure-vm.data-disk.max-count.logical-volumes");
    if (limit === undefined) return notApplicable;
    const disks = replicatedDisks(machine);
    const volumes = volumesOf(machine);
    if (releaseOf(machine).family === "windows") return notApplicable;
    if (disks === undefined) return [missing("disks")];
    if (volumes === undefined) return [missing("volumes[].manager")];
    const logical = volumes.filter(({ facts }) => facts.manager === "lvm" || facts.manager === "lvm2").length;
    const { budget, perDisk, perLogicalVolume } = formulaOf(limit);
    const room = budget / (perDisk + logical * perLogicalVolume);
    const dataDisks = dataDiskCount(disks);
    if (dataDisks < room) return kept;
    return [
      violation(limit, {
        subject: "disks",
        observed: `${dataDisks} data disks, ${logical} logical volumes`,
        message: `With ${logical} logical volumes the machine may have fewer than ${Math.ceil(room)} data disks; it has ${dataDisks}.`,
        path: "disks",
      }),
    ];
  },
});
