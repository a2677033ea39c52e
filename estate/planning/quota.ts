import { sumOf, type Figure } from "./figure";
import type { ZoneToSize } from "./sizing";

/** vCPUs that the machines of a landing zone need in Azure at once, as in a test failover of all of them. */
export function vcpuQuota({ placed }: ZoneToSize): Figure {
  const cores = placed.map(({ planned }) => planned.machine.cpuCores);
  const unknown = cores.filter((value) => value === undefined).length;
  return {
    value: sumOf(cores) ?? null,
    unit: "vCPUs",
    formula: `sum of the cores of ${placed.length} machines, one vCPU a core`,
    source: "Azure Site Recovery Deployment Planner, report, cores needed before a test failover or failover",
    ...(unknown === 0 ? {} : { lacks: [`cores of ${unknown} of ${placed.length} machines`] }),
  };
}
