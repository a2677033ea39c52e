import { judgeAgent } from "../checks/agent";
import { gib, judgeDisks, type ReplicatedDisk } from "../checks/disks";
import { judgeProvider } from "../checks/hyperv-provider";
import { knownString } from "../facts/known";
import type { Machine } from "../facts/machine";
import type { Limit } from "../matrix/schema";
import {
  defineRule,
  missing,
  notApplicable,
  numberOf,
  violation,
  type LimitsInScope,
  type Missing,
  type RuleContext,
  type Violation,
} from "./rule";

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
    return judgeDisks(machine, "sizeGiB", (disk) => {
      if (disk.os === true) return undefined;
      const size = disk.sizeGiB;
      if (size === undefined) return missing("disks[].sizeGiB");
      if (account !== undefined) {
        // Whatever it replicates to, the smaller of the two limits is kept.
        if (size <= numberOf(account)) return undefined;
        const type = knownString(disk.facts.targetType ?? site?.target?.diskType);
        if (type === "storage-account") return tooLarge(disk, size, account, limits);
        if (type === undefined && size <= numberOf(managed)) return missing("disks[].targetType");
      }
      return size > numberOf(managed)
        ? tooLarge(disk, size, managed, limits)
        : judgeLarge(machine, size, context);
    });
  },
});

function tooLarge(
  disk: ReplicatedDisk,
  size: number,
  limit: Limit,
  limits: LimitsInScope,
): Violation | Missing {
  // A disk that may hold the operating system could still be small enough for one.
  const osLimit =
    limits.find("azure-vm.os-disk.max-size.generation-2") ?? limits.find("azure-vm.os-disk.max-size");
  if (disk.os === undefined && osLimit !== undefined && size <= numberOf(osLimit))
    return missing("disks[].os");
  return violation(limit, {
    subject: disk.subject,
    observed: gib(size),
    message: `A data disk has ${gib(size)}; at most ${gib(numberOf(limit))} are supported.`,
    path: disk.path("sizeGiB"),
  });
}

/** Sizes that came later need software that knows them. */
function judgeLarge(machine: Machine, size: number, context: RuleContext): Violation | Missing | undefined {
  const { limits } = context;
  if (limits.find("hyperv.large-disk") !== undefined) return judgeProvider(machine, size, context);
  const agent = limits.find("azure-vm.data-disk.max-size.min-mobility-service");
  return agent === undefined
    ? undefined
    : judgeAgent(machine, agent, { subject: "disks", has: `A disk of ${gib(size)}` });
}
