import type { ProtectedDisk, ProtectedItem } from "../azure";
import { known } from "../known";
import { InputReader, type SeenFacts } from "./input-reader";

/** Where the providers (Azure to Azure, VMware modernized and classic, Hyper-V) keep one and the same fact. */
const names = {
  targetName: ["targetVmName", "targetAzureVmName"],
  targetSize: ["targetVmSize"],
  targetResourceGroupId: ["recoveryResourceGroupId", "targetResourceGroupId", "targetAzureV2ResourceGroupId"],
  availabilityZone: ["recoveryAvailabilityZone", "targetAvailabilityZone"],
  availabilitySetId: ["recoveryAvailabilitySetId", "targetAvailabilitySetId"],
  proximityPlacementGroupId: ["recoveryProximityPlacementGroupId", "targetProximityPlacementGroupId"],
  capacityReservationGroupId: ["recoveryCapacityReservationGroupId"],
  scaleSetId: ["recoveryVirtualMachineScaleSetId"],
  networkId: ["recoveryAzureNetworkId", "targetNetworkId", "targetAzureNetworkId"],
  testNetworkId: ["testNetworkId"],
  storageAccountId: ["storageAccountId", "targetStorageAccountId"],
  logStorageAccountId: ["logStorageAccountId"],
  multiVmGroup: ["multiVmGroupName", "multiVmGroupId"],
  protectionClusterId: ["protectionClusterId"],
  licenseType: ["licenseType"],
} as const satisfies Partial<Record<keyof ProtectedItem, readonly string[]>>;

const diskLists = ["vmManagedDisks", "vmDisks", "disksToInclude", "disksToIncludeForManagedDisks"] as const;

/** Facts of an `azure-native:recoveryservices:ReplicationProtectedItem`, whichever provider it names. */
export function protectedItemFromAzureNative(inputs: unknown): SeenFacts<ProtectedItem> {
  const read = new InputReader(inputs);
  const details = ["properties", "providerSpecificDetails"];
  const specific = Object.fromEntries(
    Object.entries(names).map(([fact, candidates]) => [fact, firstOf(read, fact, details, candidates)]),
  );
  return read.seen(
    known<ProtectedItem>({
      ...specific,
      name: read.string("name", ["replicatedProtectedItemName"]),
      id: read.string("id", ["id"]),
      policyId: read.string("policyId", ["properties", "policyId"]),
      instanceType: read.string("instanceType", [...details, "instanceType"]),
      sourceVmId: read.string("sourceVmId", [...details, "fabricObjectId"]),
      securityType: read.optional("securityType", [
        ...details,
        "targetVmSecurityProfile",
        "targetVmSecurityType",
      ]),
      disks: diskFacts(read, details),
    }),
  );
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
    for (const disk of elements) disks.push(diskFact(read, list, disk, ownType ?? defaultType, defaultLog));
  }
  if (!listed && (ownType ?? defaultType) !== undefined) {
    // The setting for all disks: their number is not known, their type is.
    return [known<ProtectedDisk>({ type: ownType ?? defaultType, storageAccountId: defaultLog })];
  }
  return listed ? disks : undefined;
}

function diskFact(
  read: InputReader,
  list: (typeof diskLists)[number],
  disk: unknown,
  type: string | undefined,
  log: string | undefined,
): ProtectedDisk {
  // Classic Hyper-V lists names of disks only.
  if (typeof disk === "string") return known<ProtectedDisk>({ id: disk, type });
  return known<ProtectedDisk>({
    id: read.string("disks[].id", ["diskId"], disk) ?? read.string("disks[].id", ["diskUri"], disk),
    type:
      read.string("disks[].type", ["diskType"], disk) ??
      read.string("disks[].type", ["recoveryTargetDiskAccountType"], disk) ??
      read.string("disks[].type", ["recoveryReplicaDiskAccountType"], disk) ??
      type,
    storageAccountId:
      read.string("disks[].storageAccountId", ["primaryStagingAzureStorageAccountId"], disk) ??
      read.string("disks[].storageAccountId", ["logStorageAccountId"], disk) ??
      log,
    managed: list !== "vmDisks",
  });
}
