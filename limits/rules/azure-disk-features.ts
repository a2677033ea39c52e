import { boundaryOf } from "../checks/boundary";
import { joined } from "../checks/answers";
import { judgeDisks } from "../checks/disks";
import { refuseDisks } from "../checks/refusal";
import { knownBoolean, knownString } from "../facts/known";
import type { Machine } from "../facts/machine";
import {
  defineRule,
  missing,
  notApplicable,
  stringsOf,
  violation,
  type Answer,
  type LimitsInScope,
} from "./rule";

export const rule = defineRule({
  name: "azure-disk-features",
  ref: "ASR-0161",
  title: "Features of an Azure VM's disks can be replicated",
  rationale:
    "Write Accelerator blocks protection, caching has a size limit, and some disk types need the High Churn option or a second region.",
  remedy: "Turn the feature off before enabling replication, or choose the option that the disk type needs.",
  limits: [
    "azure-vm.disk.write-accelerator",
    "azure-vm.disk.caching.size",
    "azure-vm.disk.performance-plus",
    "azure-vm.disk.high-churn-skus",
    "azure-vm.disk.zone-redundant-skus",
  ],
  moments: ["inventory", "live"],
  since: "0.1.0",
  subject: "machine",
  check: (machine, { limits }) =>
    joined(
      refuseDisks(machine, limits, {
        limit: "azure-vm.disk.write-accelerator",
        fact: "writeAccelerator",
        observed: "Write Accelerator",
        message: "Write Accelerator is on for this disk.",
      }),
      judgeCaching(machine, limits),
      judgeHighChurn(machine, limits),
      judgeZoneRedundancy(machine, limits),
    ),
});

function judgeCaching(machine: Machine, limits: LimitsInScope): Answer {
  const limit = limits.find("azure-vm.disk.caching.size");
  if (limit === undefined) return notApplicable;
  return judgeDisks(machine, "caching", (disk) => {
    const caching = knownString(disk.facts.caching);
    if (caching === "None") return undefined;
    if (disk.sizeGiB === undefined) return missing("disks[].sizeGiB");
    if (boundaryOf(limit).admits(disk.sizeGiB, "GiB")) return undefined;
    if (caching === undefined) return missing("disks[].caching");
    return violation(limit, {
      subject: disk.subject,
      observed: `${caching} caching on ${disk.sizeGiB} GiB`,
      message: `The disk has ${disk.sizeGiB} GiB and host caching; caching needs ${boundaryOf(limit).text}.`,
      path: disk.path("caching"),
    });
  });
}

function judgeHighChurn(machine: Machine, limits: LimitsInScope): Answer {
  const skus = limits.find("azure-vm.disk.high-churn-skus");
  const plus = limits.find("azure-vm.disk.performance-plus");
  if (skus === undefined && plus === undefined) return notApplicable;
  const highChurn = knownBoolean(machine.azure?.highChurn);
  return judgeDisks(machine, "sku", (disk) => {
    const sku = knownString(disk.facts.sku);
    const bySku = skus !== undefined && sku !== undefined && stringsOf(skus).includes(sku);
    const limit = bySku ? skus : disk.facts.performancePlus === true ? plus : undefined;
    if (limit === undefined) return sku === undefined ? missing("disks[].sku") : undefined;
    if (highChurn === true) return undefined;
    if (highChurn === undefined) return missing("azure.highChurn");
    const what = bySku ? sku : "performance plus";
    return violation(limit, {
      subject: disk.subject,
      observed: `${what} without High Churn`,
      message: `The disk (${what}) needs the High Churn option.`,
      path: bySku ? disk.path("sku") : disk.path("performancePlus"),
    });
  });
}

function judgeZoneRedundancy(machine: Machine, limits: LimitsInScope): Answer {
  const limit = limits.find("azure-vm.disk.zone-redundant-skus");
  if (limit === undefined) return notApplicable;
  const zones = knownBoolean(machine.azure?.zoneToZone);
  if (zones === false) return [];
  return judgeDisks(machine, "sku", (disk) => {
    const sku = knownString(disk.facts.sku);
    if (sku === undefined) return missing("disks[].sku");
    if (!stringsOf(limit).includes(sku)) return undefined;
    if (zones === undefined) return missing("azure.zoneToZone");
    return violation(limit, {
      subject: disk.subject,
      observed: `${sku}, zone to zone`,
      message: `The disk is zone-redundant (${sku}), which cannot be replicated from zone to zone.`,
      path: disk.path("sku"),
    });
  });
}
