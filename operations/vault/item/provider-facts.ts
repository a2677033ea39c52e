import type {
  A2AReplicationDetails,
  HyperVReplicaAzureReplicationDetails,
  InMageAzureV2ReplicationDetails,
  InMageRcmReplicationDetails,
  ReplicationProviderSpecificSettingsUnion,
  VMNicDetails,
} from "@azure/arm-recoveryservices-siterecovery";
import { known } from "../../../limits/facts/known";
import { normalizeRegion } from "../../../limits/facts/region";
import type { NicFacts, ProviderFacts } from "./replicated-machine";
import { flagOf, gibibytesOf, osFamilyOf, textOf, textOrNone, timeOf } from "./values";

/** The facts of a provider's own details; none for a provider that is not known. */
export function providerFacts(details: ReplicationProviderSpecificSettingsUnion | undefined): ProviderFacts {
  switch (details?.instanceType) {
    case "A2A":
      return azureToAzure(details as A2AReplicationDetails);
    case "InMageRcm":
      return modernized(details as InMageRcmReplicationDetails);
    case "InMageAzureV2":
      return classic(details as InMageAzureV2ReplicationDetails);
    case "HyperVReplicaAzure":
      return hyperV(details as HyperVReplicaAzureReplicationDetails);
    default:
      return {};
  }
}

function azureToAzure(details: A2AReplicationDetails): ProviderFacts {
  const sizes = (details.protectedManagedDisks ?? []).map((disk) => disk.diskCapacityInBytes);
  return known<ProviderFacts>({
    osFamily: osFamilyOf(details.osType),
    rpoInSeconds: details.rpoInSeconds ?? undefined,
    rpoCalculatedAt: timeOf(details.lastRpoCalculatedTime),
    lastHeartbeat: timeOf(details.lastHeartbeat),
    agent: known({
      version: textOf(details.agentVersion),
      expiresOn: timeOf(details.agentExpiryDate),
      updateRequired: details.isReplicationAgentUpdateRequired ?? undefined,
    }),
    resyncRequired: details.protectedManagedDisks?.some((disk) => disk.resyncRequired === true),
    // Every item has a group; one that the service made up holds the machine alone.
    multiVmGroup: textOrNone(details.multiVmGroupName),
    sourceVmId: textOf(details.fabricObjectId),
    sourceRegion: regionOf(details.primaryFabricLocation),
    sourceZone: textOrNone(details.primaryAvailabilityZone ?? details.initialPrimaryZone),
    targetRegion: regionOf(details.recoveryFabricLocation),
    targetName: textOf(details.recoveryAzureVMName),
    targetSize: textOf(details.recoveryAzureVMSize),
    targetResourceGroupId: textOf(details.recoveryAzureResourceGroupId),
    targetNetworkId: textOrNone(details.selectedRecoveryAzureNetworkId),
    testNetworkId: textOrNone(details.selectedTfoAzureNetworkId),
    availabilityZone: textOrNone(details.recoveryAvailabilityZone ?? details.initialRecoveryZone),
    availabilitySetId: textOrNone(details.recoveryAvailabilitySet),
    proximityPlacementGroupId: textOrNone(details.recoveryProximityPlacementGroupId),
    nics: details.vmNics?.map(nicOf),
    disks: details.protectedManagedDisks?.map((disk, index) =>
      known({
        id: textOf(disk.diskId),
        name: textOf(disk.diskName),
        sizeGiB: gibibytesOf(sizes[index]),
        targetSku: textOf(disk.recoveryTargetDiskAccountType),
        managed: true,
        cacheAccountId: textOf(disk.primaryStagingAzureStorageAccountId),
      }),
    ),
  });
}

function modernized(details: InMageRcmReplicationDetails): ProviderFacts {
  const agent = details.mobilityAgentDetails;
  const networkId = textOrNone(details.targetNetworkId);
  const testNetworkId = textOrNone(details.testNetworkId);
  return known<ProviderFacts>({
    osFamily: osFamilyOf(details.osType),
    osName: textOf(details.discoveredVmDetails?.osName),
    rpoInSeconds: details.lastRpoInSeconds ?? undefined,
    rpoCalculatedAt: timeOf(details.lastRpoCalculatedTime),
    lastHeartbeat: timeOf(agent?.lastHeartbeatUtc),
    agent: known({
      version: textOf(agent?.version),
      latestVersion: textOf(agent?.latestVersion),
      expiresOn: timeOf(agent?.agentVersionExpiryDate),
    }),
    resyncRequired: flagOf(details.resyncRequired),
    multiVmGroup: textOrNone(details.multiVmGroupName),
    cpuCores: positive(details.processorCoreCount),
    memoryMiB: positive(details.allocatedMemoryInMB),
    firmware: firmwareOf(details.firmwareType),
    targetRegion: regionOf(details.targetLocation),
    targetName: textOf(details.targetVmName),
    targetSize: textOf(details.targetVmSize),
    targetResourceGroupId: textOf(details.targetResourceGroupId),
    targetNetworkId: networkId,
    testNetworkId,
    availabilityZone: textOrNone(details.targetAvailabilityZone),
    availabilitySetId: textOrNone(details.targetAvailabilitySetId),
    proximityPlacementGroupId: textOrNone(details.targetProximityPlacementGroupId),
    licenseType: textOrNone(details.licenseType),
    storageAccountId: textOrNone(details.storageAccountId),
    nics: details.vmNics?.map((nic) =>
      known<NicFacts>({
        id: textOf(nic.nicId),
        networkId,
        subnetName: textOf(nic.targetSubnetName),
        staticAddress: nic.targetIPAddressType === "Dynamic" ? undefined : textOf(nic.targetIPAddress),
        testNetworkId,
        testSubnetName: textOf(nic.testSubnetName),
        testStaticAddress: nic.testIPAddressType === "Dynamic" ? undefined : textOf(nic.testIPAddress),
      }),
    ),
    disks: details.protectedDisks?.map((disk) =>
      known({
        id: textOf(disk.diskId),
        name: textOf(disk.diskName),
        sizeGiB: gibibytesOf(disk.capacityInBytes),
        os: flagOf(disk.isOSDisk),
        targetSku: textOf(disk.diskType),
        managed: true,
        cacheAccountId: textOf(disk.logStorageAccountId),
      }),
    ),
  });
}

function classic(details: InMageAzureV2ReplicationDetails): ProviderFacts {
  return known<ProviderFacts>({
    osFamily: osFamilyOf(details.osType),
    osName: textOf(details.osName),
    rpoInSeconds: details.rpoInSeconds ?? undefined,
    rpoCalculatedAt: timeOf(details.lastRpoCalculatedTime),
    lastHeartbeat: timeOf(details.lastHeartbeat),
    agent: known({
      version: textOf(details.agentVersion),
      expiresOn: timeOf(details.agentExpiryDate),
      updateRequired: flagOf(details.isAgentUpdateRequired),
    }),
    resyncRequired: details.protectedDisks?.some((disk) => flagOf(disk.resyncRequired) === true),
    multiVmGroup: textOrNone(details.multiVmGroupName),
    cpuCores: positive(details.sourceVmCpuCount),
    memoryMiB: positive(details.sourceVmRamSizeInMB),
    firmware: firmwareOf(details.firmwareType),
    targetName: textOf(details.recoveryAzureVMName),
    targetSize: textOf(details.recoveryAzureVMSize),
    targetResourceGroupId: textOf(details.recoveryAzureResourceGroupId),
    targetNetworkId: textOrNone(details.selectedRecoveryAzureNetworkId),
    testNetworkId: textOrNone(details.selectedTfoAzureNetworkId),
    availabilityZone: textOrNone(details.targetAvailabilityZone),
    availabilitySetId: textOrNone(details.recoveryAvailabilitySetId),
    proximityPlacementGroupId: textOrNone(details.targetProximityPlacementGroupId),
    licenseType: textOrNone(details.licenseType),
    storageAccountId: textOrNone(details.recoveryAzureStorageAccount),
    logStorageAccountId: textOrNone(details.recoveryAzureLogStorageAccountId),
    nics: details.vmNics?.map(nicOf),
    disks: details.protectedDisks?.map((disk) => {
      const managed = details.protectedManagedDisks?.find(({ diskId }) => diskId === disk.diskId);
      return known({
        id: textOf(disk.diskId),
        name: textOf(disk.diskName),
        sizeGiB: gibibytesOf(disk.diskCapacityInBytes),
        os: textOf(disk.diskId) === undefined ? undefined : disk.diskId === details.osDiskId,
        targetSku: textOf(managed?.replicaDiskType),
        managed: flagOf(details.useManagedDisks),
        cacheAccountId: textOf(details.recoveryAzureLogStorageAccountId),
      });
    }),
  });
}

function hyperV(details: HyperVReplicaAzureReplicationDetails): ProviderFacts {
  const managed = flagOf(details.useManagedDisks);
  return known<ProviderFacts>({
    osFamily: osFamilyOf(details.oSDetails?.osType),
    osName: textOf(details.oSDetails?.productType),
    rpoInSeconds: details.rpoInSeconds ?? undefined,
    rpoCalculatedAt: timeOf(details.lastRpoCalculatedTime),
    cpuCores: positive(details.sourceVmCpuCount),
    memoryMiB: positive(details.sourceVmRamSizeInMB),
    multiVmGroup: null,
    targetName: textOf(details.recoveryAzureVmName),
    targetSize: textOf(details.recoveryAzureVMSize),
    targetResourceGroupId: textOf(details.recoveryAzureResourceGroupId),
    targetNetworkId: textOrNone(details.selectedRecoveryAzureNetworkId),
    availabilityZone: textOrNone(details.targetAvailabilityZone),
    availabilitySetId: textOrNone(details.recoveryAvailabilitySetId),
    proximityPlacementGroupId: textOrNone(details.targetProximityPlacementGroupId),
    licenseType: textOrNone(details.licenseType),
    storageAccountId: managed === true ? null : textOf(details.recoveryAzureStorageAccount),
    logStorageAccountId: textOrNone(details.recoveryAzureLogStorageAccountId),
    nics: details.vmNics?.map(nicOf),
    disks: details.azureVmDiskDetails?.map((disk) =>
      known({
        id: textOf(disk.diskId) ?? textOf(disk.vhdId),
        name: textOf(disk.vhdName),
        sizeGiB: gibibytesOfMegabytes(disk.maxSizeMB),
        os: textOf(disk.vhdType) === undefined ? undefined : disk.vhdType === "OperatingSystem",
        targetSku: textOf(
          details.protectedManagedDisks?.find(({ diskId }) => diskId === disk.diskId)?.replicaDiskType,
        ),
        managed,
        cacheAccountId: textOf(details.recoveryAzureLogStorageAccountId),
      }),
    ),
  });
}

function nicOf(nic: VMNicDetails): NicFacts {
  const primary = nic.ipConfigs?.find(({ isPrimary }) => isPrimary === true) ?? nic.ipConfigs?.[0];
  const isStatic = primary?.recoveryIPAddressType?.toLowerCase() !== "dynamic";
  return known<NicFacts>({
    id: textOf(nic.nicId),
    networkId: textOrNone(nic.recoveryVMNetworkId),
    subnetName: textOf(primary?.recoverySubnetName),
    staticAddress: isStatic ? textOf(primary?.recoveryStaticIPAddress) : undefined,
    testNetworkId: textOrNone(nic.tfoVMNetworkId),
    testSubnetName: textOf(primary?.tfoSubnetName),
    testStaticAddress: textOf(primary?.tfoStaticIPAddress),
  });
}

function regionOf(value: string | null | undefined): string | undefined {
  const text = textOf(value);
  return text === undefined ? undefined : normalizeRegion(text);
}

function firmwareOf(value: string | null | undefined): "bios" | "uefi" | undefined {
  const text = textOf(value)?.toLowerCase();
  return text === "bios" ? "bios" : text === "uefi" || text === "efi" ? "uefi" : undefined;
}

function positive(value: number | null | undefined): number | undefined {
  return typeof value === "number" && value > 0 ? value : undefined;
}

const mebibytesPerGiB = 1024;

function gibibytesOfMegabytes(text: string | null | undefined): number | undefined {
  const size = Number(textOf(text));
  return Number.isFinite(size) && size > 0 ? size / mebibytesPerGiB : undefined;
}
