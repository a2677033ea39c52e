/** A size as `az vm list-skus` prints it. */
export const sku = (
  name: string,
  vcpus: number,
  memoryGB: number,
  more: Readonly<Record<string, string>> = {},
  row: object = {},
): object => ({
  resourceType: "virtualMachines",
  name,
  family: `standard${name.replace(/^Standard_([A-Z]+)\d+([a-z]*)/, "$1$2").replaceAll("_", "")}Family`,
  locations: ["westeurope"],
  locationInfo: [{ location: "westeurope", zones: ["1", "2"] }],
  capabilities: Object.entries({
    vCPUs: String(vcpus),
    MemoryGB: String(memoryGB),
    MaxDataDiskCount: String(vcpus * 2),
    MaxNetworkInterfaces: "2",
    PremiumIO: "True",
    HyperVGenerations: "V1,V2",
    CpuArchitectureType: "x64",
    UncachedDiskBytesPerSecond: String(vcpus * 24 * 1024 ** 2),
    ...more,
  }).map(([key, value]) => ({ name: key, value })),
  restrictions: [],
  ...row,
});

export const skus: readonly object[] = [
  sku("Standard_D2s_v5", 2, 8),
  sku("Standard_D4s_v5", 4, 16),
  sku("Standard_D4s_v3", 4, 16),
  sku("Standard_D8s_v6", 8, 32, { HyperVGenerations: "V2" }),
  sku("Standard_D8s_v5", 8, 32),
  sku("Standard_E4s_v5", 4, 32),
  sku("Standard_F4_v2", 4, 8, { PremiumIO: "False" }),
  sku("Standard_B2s", 2, 4),
  sku("Standard_NV2as_v4", 2, 4, { GPUs: "1" }),
  sku("Standard_E4-2s_v5", 4, 32, { vCPUsAvailable: "2" }),
  sku("Standard_D2ps_v5", 2, 4, { CpuArchitectureType: "Arm64" }),
  sku("Standard_F2s_v2", 2, 4, {}, { locations: ["eastus"] }),
  sku(
    "Standard_D2as_v5",
    2,
    4,
    {},
    {
      restrictions: [{ type: "Location", restrictionInfo: { locations: ["westeurope"] } }],
    },
  ),
  { resourceType: "disks", name: "Premium_LRS", locations: ["westeurope"] },
];
