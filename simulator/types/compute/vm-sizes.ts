import type { JsonObject } from "../../json";

/** A size of virtual machines. */
export interface VmSize {
  readonly name: string;
  /** Name of the quota that its vCPUs count against, besides `cores`. */
  readonly family: string;
  readonly vCpus: number;
  readonly memoryGiB: number;
}

/** Series with memory for each vCPU, and their sizes by vCPUs. Source: Azure, sizes for virtual machines. */
const series = [
  { prefix: "Standard_B", suffix: "ms", family: "standardBSFamily", memoryPerVCpu: 4, vCpus: [2, 4, 8] },
  {
    prefix: "Standard_D",
    suffix: "s_v3",
    family: "standardDSv3Family",
    memoryPerVCpu: 4,
    vCpus: [2, 4, 8, 16, 32, 48, 64],
  },
  {
    prefix: "Standard_D",
    suffix: "s_v4",
    family: "standardDSv4Family",
    memoryPerVCpu: 4,
    vCpus: [2, 4, 8, 16, 32, 48, 64],
  },
  {
    prefix: "Standard_D",
    suffix: "s_v5",
    family: "standardDSv5Family",
    memoryPerVCpu: 4,
    vCpus: [2, 4, 8, 16, 32, 48, 64, 96],
  },
  {
    prefix: "Standard_E",
    suffix: "s_v3",
    family: "standardESv3Family",
    memoryPerVCpu: 8,
    vCpus: [2, 4, 8, 16, 20, 32, 48],
  },
  {
    prefix: "Standard_E",
    suffix: "s_v5",
    family: "standardESv5Family",
    memoryPerVCpu: 8,
    vCpus: [2, 4, 8, 16, 20, 32, 48, 64],
  },
  {
    prefix: "Standard_F",
    suffix: "s_v2",
    family: "standardFSv2Family",
    memoryPerVCpu: 2,
    vCpus: [2, 4, 8, 16, 32, 48, 64, 72],
  },
] as const;

/** The sizes that every simulated region offers. */
export const vmSizes: readonly VmSize[] = series.flatMap(({ prefix, suffix, family, memoryPerVCpu, vCpus }) =>
  vCpus.map((count) => ({
    name: `${prefix}${count}${suffix}`,
    family,
    vCpus: count,
    memoryGiB: count * memoryPerVCpu,
  })),
);

/** A size as the list by location shows it. */
export function sizeView({ name, vCpus, memoryGiB }: VmSize): JsonObject {
  return { name, numberOfCores: vCpus, memoryInMB: memoryGiB * 1024 };
}

/** A size as the list of SKUs shows it, in one region. */
export function skuView({ name, family, vCpus, memoryGiB }: VmSize, location: string): JsonObject {
  return {
    resourceType: "virtualMachines",
    name,
    tier: "Standard",
    size: name.replace(/^Standard_/, ""),
    family,
    locations: [location],
    capabilities: [
      { name: "vCPUs", value: String(vCpus) },
      { name: "MemoryGB", value: String(memoryGiB) },
    ],
    restrictions: [],
  };
}
