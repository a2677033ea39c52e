import type { Disk, Machine } from "../../limits/facts/machine";
import { completeScope, createJudge, type Judge } from "../../limits/judge";
import { allRules } from "../../limits/rules/registry.gen";

/** Rules that can be written in any of the compared languages without our facts and readers. */
const comparedRules = [
  "os-disk-max-size",
  "data-disk-max-size",
  "disk-max-count",
  "disk-min-size",
  "machine-name",
] as const;

/** A judge that knows the compared rules alone. */
export function comparedJudge(): Judge {
  const rules = allRules.filter(({ name }) => (comparedRules as readonly string[]).includes(name));
  if (rules.length !== comparedRules.length) throw new Error("A compared rule is gone.");
  return createJudge(completeScope({ scenario: "vmware-to-azure", asOf: "2026-11-01" }), undefined, rules);
}

/** The numbers of those rules as data for the others: none of them is written down a second time. */
export function comparedLimits(): Readonly<Record<string, unknown>> {
  const { limits } = comparedJudge().context;
  const of = (id: string): unknown => {
    const limit = limits.find(id);
    if (limit === undefined) throw new Error(`The limit ${id} is gone.`);
    return limit.value;
  };
  return {
    osDiskMaxGiB: of("azure-vm.os-disk.max-size"),
    osDiskMaxGiBGeneration2: of("azure-vm.os-disk.max-size.generation-2"),
    dataDiskMaxGiB: of("azure-vm.data-disk.max-size"),
    dataDisksMax: of("azure-vm.data-disk.max-count"),
    diskMinGiB: (of("azure-vm.disk.min-size") as { readonly atLeast: number }).atLeast,
    namePattern: of("azure-vm.name.source-machine"),
  };
}

/** Machines of five disks; of each hundred, one breaks each rule. */
export function comparedMachines(count: number): readonly Machine[] {
  return Array.from({ length: count }, (_, index): Machine => {
    const breaks = index % 100;
    const dataDisks = breaks === 3 ? 80 : 4;
    const disks = [disk(0, breaks === 1 ? 9000 : 127)];
    for (let data = 1; data <= dataDisks; data++) {
      disks.push(disk(data, data === 1 && breaks === 2 ? 40_000 : data === 1 && breaks === 4 ? 0.5 : 512));
    }
    return {
      name: breaks === 5 ? `machine_${index}` : `machine-${index}`,
      id: `vm-${index}`,
      kind: "vmware-vm",
      firmware: index % 10 === 0 ? "uefi" : "bios",
      mobilityServiceVersion: "9.62.7172.1",
      disks,
    };
  });
}

function disk(index: number, sizeGiB: number): Disk {
  return { name: `Hard disk ${index + 1}`, sizeGiB, os: index === 0, targetType: "premium-ssd" };
}
