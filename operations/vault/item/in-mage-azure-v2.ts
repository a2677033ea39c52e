import type { InMageAzureV2ReplicationDetails } from "@azure/arm-recoveryservices-siterecovery";
import { known } from "../../../limits/facts/known";
import { nicOf } from "./nic";
import type { ProviderFacts } from "./replicated-machine";
import { firmwareOf, flagOf, gibibytesOf, osFamilyOf, positive, textOf, textOrNone, timeOf } from "./values";

/** Facts of a VMware or physical machine behind a configuration server (classic). */
export function inMageAzureV2Facts(details: InMageAzureV2ReplicationDetails): ProviderFacts {
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
