import type { A2AReplicationDetails } from "@azure/arm-recoveryservices-siterecovery";
import { known } from "../../../limits/facts/known";
import { nicOf } from "./nic";
import type { ProviderFacts } from "./replicated-machine";
import { gibibytesOf, osFamilyOf, regionOf, textOf, textOrNone, timeOf } from "./values";

/** Facts of an Azure machine that replicates to another region or zone. */
export function azureToAzureFacts(details: A2AReplicationDetails): ProviderFacts {
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
