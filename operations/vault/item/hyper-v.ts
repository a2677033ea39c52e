import type { HyperVReplicaAzureReplicationDetails } from "@azure/arm-recoveryservices-siterecovery";
import { known } from "../../../limits/facts/known";
import { nicOf } from "./nic";
import type { ProviderFacts } from "./replicated-machine";
import { flagOf, gibibytesOfMegabytes, osFamilyOf, positive, textOf, textOrNone, timeOf } from "./values";

/** Facts of a machine on a Hyper-V host. */
export function hyperVFacts(details: HyperVReplicaAzureReplicationDetails): ProviderFacts {
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
