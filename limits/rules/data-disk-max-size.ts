import { gib, judgeDisks } from "../checks/disks";
import { judgeProvider } from "../checks/hyperv-provider";
import { compareVersions, parseVersion } from "../versions";
import { defineRule, missing, notApplicable, numberOf, stringOf, violation } from "./rule";

export const rule = defineRule({
  name: "data-disk-max-size",
  ref: "ASR-0100",
  title: "No data disk is larger than Azure accepts",
  rationale: "Site Recovery's prerequisites check fails for a machine with a data disk that is too large.",
  remedy: "Split the disk into smaller ones, or leave it out of replication and protect its data otherwise.",
  limits: [
    "azure-vm.data-disk.max-size",
    "azure-vm.data-disk.max-size.storage-account",
    "azure-vm.data-disk.max-size.min-mobility-service",
    "azure-vm.os-disk.max-size",
    "azure-vm.os-disk.max-size.generation-2",
    "hyperv.provider.large-disks",
    "hyperv.large-disk",
  ],
  moments: ["inventory", "component", "live"],
  since: "0.1.0",
  subject: "machine",
  check(machine, context) {
    const { limits, site } = context;
    const managed = limits.find("azure-vm.data-disk.max-size");
    if (managed === undefined) return notApplicable;
    const account = limits.find("azure-vm.data-disk.max-size.storage-account");
    const largeDiskAgent = limits.find("azure-vm.data-disk.max-size.min-mobility-service");
    const osLimits = [
      limits.find("azure-vm.os-disk.max-size"),
      limits.find("azure-vm.os-disk.max-size.generation-2"),
    ];
    const largestOsDisk = Math.max(...osLimits.map((limit) => (limit === undefined ? 0 : numberOf(limit))));
    const agent = parseVersion(machine.mobilityServiceVersion);
    return judgeDisks(machine, "sizeGiB", (disk) => {
      if (disk.os === true) return undefined;
      const size = disk.sizeGiB;
      if (size === undefined) return missing("disks[].sizeGiB");
      const smallest = account ?? managed;
      if (size <= numberOf(smallest) && limits.find("hyperv.large-disk") === undefined) return undefined;
      const toAccount =
        account === undefined
          ? false
          : (disk.facts.targetType ?? site?.target?.diskType) === undefined
            ? undefined
            : (disk.facts.targetType ?? site?.target?.diskType) === "storage-account";
      const limit = toAccount === true && account !== undefined ? account : managed;
      if (size > numberOf(limit)) {
        if (disk.os === undefined && size <= largestOsDisk) return missing("disks[].os");
        return violation(limit, {
          subject: disk.subject,
          observed: gib(size),
          message: `A data disk has ${gib(size)}; at most ${gib(numberOf(limit))} are supported.`,
          path: disk.path("sizeGiB"),
        });
      }
      if (toAccount === undefined) return missing("disks[].targetType");
      if (largeDiskAgent !== undefined) {
        if (agent === undefined) return missing("mobilityServiceVersion");
        const floor = stringOf(largeDiskAgent);
        if (compareVersions(agent, parseVersion(floor) ?? []) < 0) {
          return violation(largeDiskAgent, {
            subject: disk.subject,
            observed: `Mobility Service ${machine.mobilityServiceVersion ?? ""}`,
            message: `A disk of ${gib(size)} needs Mobility Service ${floor} or later.`,
            remedy: `Update the Mobility Service to ${floor} or later before enabling replication.`,
            path: "mobilityServiceVersion",
          });
        }
      }
      return judgeProvider(machine, size, context);
    });
  },
});
