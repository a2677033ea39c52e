import type { ProtectedDisk, ProtectedItem } from "../azure";
import { known } from "../known";
import type { InputReader } from "./input-reader";

/**
 * Where the providers (Azure to Azure, VMware modernized and classic, Hyper-V) keep one and the same fact: in the
 * request that enables replication, then in the item as the service shows it.
 */
const names = {
  targetName: ["targetVmName", "targetAzureVmName", "recoveryAzureVMName", "recoveryAzureVmName"],
  targetSize: ["targetVmSize", "recoveryAzureVMSize"],
  targetResourceGroupId: [
    "recoveryResourceGroupId",
    "targetResourceGroupId",
    "targetAzureV2ResourceGroupId",
    "recoveryAzureResourceGroupId",
  ],
  availabilityZone: ["recoveryAvailabilityZone", "targetAvailabilityZone"],
  availabilitySetId: ["recoveryAvailabilitySetId", "targetAvailabilitySetId", "recoveryAvailabilitySet"],
  proximityPlacementGroupId: ["recoveryProximityPlacementGroupId", "targetProximityPlacementGroupId"],
  capacityReservationGroupId: ["recoveryCapacityReservationGroupId"],
  scaleSetId: ["recoveryVirtualMachineScaleSetId"],
  networkId: [
    "recoveryAzureNetworkId",
    "targetNetworkId",
    "targetAzureNetworkId",
    "selectedRecoveryAzureNetworkId",
  ],
  testNetworkId: ["testNetworkId", "selectedTfoAzureNetworkId"],
  storageAccountId: ["storageAccountId", "targetStorageAccountId", "recoveryAzureStorageAccount"],
  logStorageAccountId: ["logStorageAccountId", "recoveryAzureLogStorageAccountId"],
  multiVmGroup: ["multiVmGroupName", "multiVmGroupId"],
  protectionClusterId: ["protectionClusterId"],
  licenseType: ["licenseType"],
} as const satisfies Partial<Record<keyof ProtectedItem, readonly string[]>>;

/** Of requests, then of items as the service shows them. */
const diskLists = [
  "vmManagedDisks",
  "vmDisks",
  "disksToInclude",
  "disksToIncludeForManagedDisks",
  "protectedManagedDisks",
  "protectedDisks",
] as const;

const bytesPerGiB = 1024 ** 3;

/**
 * The facts that `providerSpecificDetails` hold, whichever provider it is and whether they are a request or an
 * item as the service shows it.
 *
 * @param details Where they lie in the inputs of the reader.
 */
export function detailsFacts(read: InputReader, details: readonly string[]): ProtectedItem {
  const specific = Object.fromEntries(
    Object.entries(names).map(([fact, candidates]) => [fact, firstOf(read, fact, details, candidates)]),
  );
  return known<ProtectedItem>({
    ...specific,
    sourceVmId: read.string("sourceVmId", [...details, "fabricObjectId"]),
    sourceZone: read.string("sourceZone", [...details, "primaryAvailabilityZone"]),
    securityType: read.optional("securityType", [
      ...details,
      "targetVmSecurityProfile",
      "targetVmSecurityType",
    ]),
    ...adapterFacts(read, details),
    disks: diskFacts(read, details),
  });
}

/** Of the network adapters after a failover, where they are listed. */
function adapterFacts(read: InputReader, details: readonly string[]): ProtectedItem {
  const adapters = read.list("acceleratedNetworking", [...details, "vmNics"]);
  if (adapters === undefined) return {};
  const accelerated = adapters.map((adapter) =>
    read.boolean("acceleratedNetworking", ["enableAcceleratedNetworkingOnRecovery"], adapter),
  );
  const configurations = adapters.map((adapter) =>
    read.array("severalIpConfigurations", ["ipConfigs"], adapter),
  );
  return known<ProtectedItem>({
    acceleratedNetworking: read.isOpen("acceleratedNetworking") ? undefined : accelerated.includes(true),
    severalIpConfigurations: read.isOpen("severalIpConfigurations")
      ? undefined
      : configurations.some((list) => list !== undefined && list.length > 1),
  });
}

function firstOf(
  read: InputReader,
  fact: string,
  details: readonly string[],
  candidates: readonly string[],
): string | null | undefined {
  for (const candidate of candidates) {
    const value = read.optional(fact, [...details, candidate]);
    // Absent under this provider's name: another one's may hold it. Unknown: it is this one.
    if (value !== null) return value;
  }
  return null;
}

function diskFacts(read: InputReader, details: readonly string[]): readonly ProtectedDisk[] | undefined {
  const ownType = read.string("disks[].type", [...details, "diskType"]);
  const defaultType = read.string("disks[].type", [...details, "disksDefault", "diskType"]);
  const defaultLog = read.string("disks[].storageAccountId", [
    ...details,
    "disksDefault",
    "logStorageAccountId",
  ]);
  const disks: ProtectedDisk[] = [];
  let listed = false;
  for (const list of diskLists) {
    const elements = read.list("disks", [...details, list]);
    if (elements === undefined) continue;
    listed = true;
    const managed = isManaged(list, read.value("instanceType", [...details, "instanceType"]));
    for (const disk of elements) {
      disks.push(
        diskFact(read, disk, { type: ownType ?? defaultType, storageAccountId: defaultLog, managed }),
      );
    }
  }
  if (!listed && (ownType ?? defaultType) !== undefined) {
    // The setting for all disks: their number is not known, their type is.
    return [known<ProtectedDisk>({ type: ownType ?? defaultType, storageAccountId: defaultLog })];
  }
  return listed ? oneOfEach(disks) : undefined;
}

/** Lists of a storage account's disks, of managed disks, and of either. */
function isManaged(list: (typeof diskLists)[number], instanceType: unknown): boolean | undefined {
  if (list === "vmDisks") return false;
  if (list !== "protectedDisks") return true;
  return instanceType === "A2A" ? false : instanceType === "InMageRcm" ? true : undefined;
}

/** The service lists a disk by its replication and by its managed disk: that is one disk. */
function oneOfEach(disks: readonly ProtectedDisk[]): readonly ProtectedDisk[] {
  const byId = new Map<string, ProtectedDisk>();
  disks.forEach((disk, index) => {
    const key = disk.id?.toLowerCase() ?? `disk ${index + 1}`;
    byId.set(key, { ...disk, ...byId.get(key) });
  });
  return [...byId.values()];
}

/** @param rest What holds for all disks that say nothing themselves. */
function diskFact(read: InputReader, disk: unknown, rest: ProtectedDisk): ProtectedDisk {
  // Classic Hyper-V lists names of disks only.
  if (typeof disk === "string") return known<ProtectedDisk>({ id: disk, type: rest.type });
  const first = (fact: string, inputs: readonly string[]): string | undefined => {
    for (const input of inputs) {
      const value = read.string(fact, [input], disk);
      if (value !== undefined) return value;
    }
    return undefined;
  };
  return known<ProtectedDisk>({
    id: first("disks[].id", ["diskId", "diskUri"]),
    type:
      first("disks[].type", [
        "recoveryTargetDiskAccountType",
        "recoveryReplicaDiskAccountType",
        "replicaDiskType",
        "diskType",
      ]) ?? rest.type,
    storageAccountId:
      first("disks[].storageAccountId", ["primaryStagingAzureStorageAccountId", "logStorageAccountId"]) ??
      rest.storageAccountId,
    os: osFlag(read.value("disks[].os", ["isOSDisk"], disk)),
    sizeGiB: sizeOf(read, disk),
    managed: rest.managed,
  });
}

/** The service writes flags of disks as texts. */
function osFlag(flag: unknown): boolean | undefined {
  if (typeof flag === "boolean") return flag;
  return typeof flag === "string" && /^(true|false)$/i.test(flag) ? /^true$/i.test(flag) : undefined;
}

function sizeOf(read: InputReader, disk: unknown): number | undefined {
  const bytes =
    read.number("disks[].sizeGiB", ["diskCapacityInBytes"], disk) ??
    read.number("disks[].sizeGiB", ["capacityInBytes"], disk);
  return bytes === undefined ? undefined : bytes / bytesPerGiB;
}
