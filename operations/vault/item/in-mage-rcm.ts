import type { InMageRcmReplicationDetails } from "@azure/arm-recoveryservices-siterecovery";
import { known } from "../../../limits/facts/known";
import type { NicFacts, ProviderFacts } from "./replicated-machine";
import {
  firmwareOf,
  flagOf,
  gibibytesOf,
  osFamilyOf,
  positive,
  regionOf,
  textOf,
  textOrNone,
  timeOf,
} from "./values";

/** Facts of a VMware or physical machine behind an appliance (modernized). */
export function inMageRcmFacts(details: InMageRcmReplicationDetails): ProviderFacts {
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
