import { defineRule, kept, missing, notApplicable, numberOf, violation, type Outcome } from "./rule";

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
    const limit =
      machine.generation === 2 || machine.firmware === "uefi"
        ? (limits.find("azure-vm.os-disk.max-size.generation-2") ?? ordinary)
        : ordinary;
    if (limit === undefined) return notApplicable;
    if (machine.disks === undefined) return [missing("disks[].sizeGiB")];
    const outcomes: Outcome[] = [];
    machine.disks.forEach((disk, index) => {
      if (disk.os === undefined && machine.disks?.length !== 1) {
        // Only a disk that is too large either way could matter, and that is the data-disk rule's to say.
        if (disk.sizeGiB === undefined || disk.sizeGiB > numberOf(limit))
          outcomes.push(missing("disks[].os"));
        return;
      }
      if (disk.os === false) return;
      if (disk.sizeGiB === undefined) {
        outcomes.push(missing("disks[].sizeGiB"));
      } else if (disk.sizeGiB > numberOf(limit)) {
        outcomes.push(
          violation(limit, {
            subject: `disk ${disk.name ?? index + 1}`,
            observed: `${disk.sizeGiB} GiB`,
            message: `The operating-system disk has ${disk.sizeGiB} GiB; at most ${numberOf(limit)} GiB are supported.`,
            path: `disks[${index}].sizeGiB`,
          }),
        );
      }
    });
    return outcomes.length === 0 ? kept : outcomes;
  },
});
