import { azureTimestamp } from "../../../clock";
import { stableGuid } from "../../../guid";
import { objectAt, objectsAt, stringAt, type JsonObject } from "../../../json";
import { refused } from "../site-recovery-error";
import { newestAgent } from "./agent-version";
import { discoveredMachine, rcmNics } from "./discovered-machine";
import { picked } from "./input-fields";
import { microsoftAzure } from "./microsoft-azure";
import type { EnableRequest, Enabled, ItemChange, ReplicationProvider } from "./replication-provider";
import { licenseOf, setting, targetTags, type Target } from "./target";

/** VMware and physical machines by an appliance (modernized) to Azure. */
export const inMageRcm: ReplicationProvider = {
  instanceType: "InMageRcm",
  // By analogy: no recording of an enable.
  seconds: { enable: 10 * 60, untilProtected: 30 * 60 },
  stateAfterEnable: "replicating",
  allowed: {
    "enabling-failed": ["DisableProtection"],
    replicating: ["DisableProtection"],
    // Published.
    protected: ["UnplannedFailover", "DisableProtection", "TestFailover"],
    "unplanned-failover-done": ["Commit", "DisableProtection", "ChangePit", "CancelFailover"],
    "unplanned-failover-committed": ["ReverseReplicate", "DisableProtection"],
  },
  enable,
  whenProtected,
  update,
  addDisks: ({ cloud, details }, input) => {
    const machine = discoveredMachine(cloud, stringAt(details, "fabricDiscoveryMachineId"));
    const before = objectsAt(details, "protectedDisks");
    const inputs = objectsAt(input, "disks");
    const twice = inputs.find((disk) => before.some((each) => each["diskId"] === disk["diskId"]));
    if (twice) {
      throw refused("DiskAlreadyProtected", `The disk '${String(twice["diskId"])}' is protected already.`);
    }
    const groupId = stringAt(details, "targetResourceGroupId") ?? "";
    const added = inputs.map((disk) => ({
      ...protectedDisk(disk, machine, groupId),
      isInitialReplicationComplete: "true",
    }));
    return { ...details, protectedDisks: [...before, ...added] };
  },
  reversed: "InMageRcmFailback",
  target,
};

function enable({ cloud, input, container, fabric, key }: EnableRequest): Enabled {
  const machine = discoveredMachine(cloud, stringAt(input, "fabricDiscoveryMachineId"));
  const custom = objectAt(objectAt(fabric.envelope, "properties"), "customDetails");
  const servers = objectsAt(custom, "processServers");
  const server = servers.find((each) => each["id"] === input["processServerId"]);
  if (!server && servers.length > 0) {
    throw refused(
      "ProcessServerNotFound",
      `The fabric '${fabric.name}' has no process server '${stringAt(input, "processServerId") ?? ""}'. It has: ${servers.map((each) => String(each["id"])).join(", ")}.`,
    );
  }
  const listed = objectsAt(input, "disksToInclude");
  const byDefault = objectAt(input, "disksDefault");
  const chosen =
    listed.length > 0 ? listed : machine.disks.map((disk) => ({ ...byDefault, diskId: disk.id }));
  const name = stringAt(input, "targetVmName") ?? machine.name;
  const groupId = stringAt(input, "targetResourceGroupId");
  if (groupId === undefined)
    throw refused("InvalidParameter", "The required 'targetResourceGroupId' is missing.");
  const agent = newestAgent("InMageRcm", cloud.clock.now());
  return {
    friendlyName: machine.name,
    protectedItemType: "",
    protectableItemId: null,
    machineId: machine.id,
    recovery: microsoftAzure(container.id),
    hidden: { network: { subnetName: input["targetSubnetName"], testSubnetName: input["testSubnetName"] } },
    details: {
      instanceType: "InMageRcm",
      internalIdentifier: stableGuid(`item ${key}`),
      fabricDiscoveryMachineId: machine.id,
      multiVmGroupName: input["multiVmGroupName"] ?? null,
      // By analogy with physical servers of configuration servers.
      discoveryType: /\/ServerSites\//i.test(machine.id) ? "PhysicalServer" : "vCenter",
      processServerId: input["processServerId"] ?? null,
      processorCoreCount: machine.cores,
      allocatedMemoryInMB: machine.memoryInMegabytes,
      processServerName: server?.["name"] ?? null,
      runAsAccountId: input["runAsAccountId"] ?? null,
      osType: machine.osType,
      firmwareType: machine.firmware,
      primaryNicIpAddress: machine.nics[0]?.address ?? null,
      targetGeneration: machine.firmware === "UEFI" ? "V2" : "V1",
      licenseType: input["licenseType"] ?? "NoLicenseType",
      storageAccountId: null,
      targetVmName: name,
      targetVmSize: input["targetVmSize"] ?? "Standard_D2s_v3",
      targetResourceGroupId: groupId,
      targetLocation: null,
      targetAvailabilitySetId: input["targetAvailabilitySetId"] ?? null,
      targetAvailabilityZone: input["targetAvailabilityZone"] ?? null,
      targetProximityPlacementGroupId: input["targetProximityPlacementGroupId"] ?? null,
      targetBootDiagnosticsStorageAccountId: input["targetBootDiagnosticsStorageAccountId"] ?? null,
      targetVmTags: input["targetVmTags"] ?? [],
      targetManagedDiskTags: input["targetManagedDiskTags"] ?? [],
      targetNicTags: input["targetNicTags"] ?? [],
      seedManagedDiskTags: input["seedManagedDiskTags"] ?? [],
      sqlServerLicenseType: input["sqlServerLicenseType"] ?? null,
      linuxLicenseType: input["linuxLicenseType"] ?? null,
      targetNetworkId: input["targetNetworkId"] ?? null,
      testNetworkId: input["testNetworkId"] ?? null,
      failoverRecoveryPointId: null,
      lastRecoveryPointReceived: null,
      lastRpoInSeconds: null,
      lastRpoCalculatedTime: null,
      lastRecoveryPointId: null,
      initialReplicationProgressPercentage: 0,
      initialReplicationProgressHealth: "None",
      resyncProgressPercentage: null,
      resyncRequired: "false",
      resyncState: "None",
      agentUpgradeState: "None",
      protectedDisks: chosen.map((disk) => protectedDisk(disk, machine, groupId)),
      mobilityAgentDetails: {
        version: agent,
        latestVersion: agent,
        driverVersion: agent,
        lastHeartbeatUtc: azureTimestamp(cloud.clock.now()),
        reasonsBlockingUpgrade: [],
        isUpgradeable: "false",
      },
      lastAgentUpgradeErrorDetails: [],
      agentUpgradeBlockingErrorDetails: [],
      vmNics: [],
      discoveredVmDetails: null,
    },
  };
}

function protectedDisk(
  input: JsonObject,
  machine: ReturnType<typeof discoveredMachine>,
  groupId: string,
): JsonObject {
  const id = stringAt(input, "diskId") ?? "";
  const disk = machine.disks.find((each) => each.id.toLowerCase() === id.toLowerCase());
  if (!disk) {
    throw refused(
      "DiskNotFound",
      `The machine '${machine.name}' has no disk '${id}'. It has: ${machine.disks.map((each) => each.id).join(", ")}.`,
    );
  }
  for (const field of ["logStorageAccountId", "diskType"]) {
    if (stringAt(input, field) !== undefined) continue;
    throw refused("InvalidParameter", `The disk '${id}' lacks the required '${field}'.`);
  }
  return {
    diskId: disk.id,
    diskName: disk.name,
    isOSDisk: disk.isOsDisk ? "true" : "false",
    capacityInBytes: disk.sizeInBytes,
    logStorageAccountId: input["logStorageAccountId"],
    diskEncryptionSetId: input["diskEncryptionSetId"] ?? null,
    seedManagedDiskId: `${groupId}/providers/Microsoft.Compute/disks/asrseeddisk-${stableGuid(disk.id)}`,
    seedBlobUri: null,
    targetManagedDiskId: null,
    diskType: input["diskType"],
    dataPendingInLogDataStoreInMB: 0,
    dataPendingAtSourceAgentInMB: 0,
    isInitialReplicationComplete: "false",
    irDetails: null,
    resyncDetails: null,
  };
}

function whenProtected({ cloud, item, details }: ItemChange, time: string): JsonObject {
  const at = azureTimestamp(new Date(time));
  const known = objectsAt(details, "vmNics");
  const wanted = objectAt(item.hidden, "network");
  return {
    ...details,
    lastRecoveryPointReceived: at,
    lastRpoInSeconds: 60,
    lastRpoCalculatedTime: at,
    initialReplicationProgressPercentage: 100,
    protectedDisks: objectsAt(details, "protectedDisks").map((disk) => ({
      ...disk,
      isInitialReplicationComplete: "true",
    })),
    vmNics: known.length > 0 ? known : rcmNics(cloud, stringAt(details, "fabricDiscoveryMachineId"), wanted),
  };
}

function update({ details }: ItemChange, given: JsonObject): JsonObject {
  const input = objectAt(given, "providerSpecificDetails");
  return {
    ...details,
    ...picked(input, [
      "targetVmName",
      "targetVmSize",
      "targetResourceGroupId",
      "targetAvailabilitySetId",
      "targetAvailabilityZone",
      "targetProximityPlacementGroupId",
      "targetBootDiagnosticsStorageAccountId",
      "targetNetworkId",
      "testNetworkId",
      "licenseType",
      "sqlServerLicenseType",
      "linuxLicenseType",
      "userSelectedOSName",
      "targetVmTags",
      "targetManagedDiskTags",
      "targetNicTags",
    ]),
    vmNics: updatedRcmNics(objectsAt(details, "vmNics"), objectsAt(input, "vmNics")),
  };
}

function updatedRcmNics(nics: readonly JsonObject[], inputs: readonly JsonObject[]): readonly JsonObject[] {
  const unknown = inputs.find((input) => !nics.some((nic) => nic["nicId"] === input["nicId"]));
  if (unknown) {
    throw refused(
      "NicNotFound",
      `The machine has no network adapter with the id '${String(unknown["nicId"])}'.`,
    );
  }
  return nics.map((nic) => {
    const input = inputs.find((each) => each["nicId"] === nic["nicId"]);
    if (!input) return nic;
    const address = stringAt(input, "targetStaticIPAddress");
    const testAddress = stringAt(input, "testStaticIPAddress");
    return {
      ...nic,
      ...picked(input, ["isPrimaryNic", "isSelectedForFailover", "targetSubnetName", "testSubnetName"]),
      ...(address === undefined
        ? {}
        : { targetIPAddress: address, targetIPAddressType: address ? "Static" : "Dynamic" }),
      ...(testAddress === undefined
        ? {}
        : { testIPAddress: testAddress, testIPAddressType: testAddress ? "Static" : "Dynamic" }),
    };
  });
}

function target(details: JsonObject): Target {
  const vmName = setting(details, "targetVmName") ?? "";
  return {
    resourceGroupId: setting(details, "targetResourceGroupId"),
    location: setting(details, "targetLocation"),
    vmName,
    testVmName: `${vmName}-test`,
    vmSize: setting(details, "targetVmSize"),
    osType: stringAt(details, "osType") ?? "Windows",
    zone: setting(details, "targetAvailabilityZone"),
    availabilitySetId: setting(details, "targetAvailabilitySetId"),
    proximityPlacementGroupId: setting(details, "targetProximityPlacementGroupId"),
    networkId: setting(details, "targetNetworkId"),
    testNetworkId: setting(details, "testNetworkId"),
    licenseType: licenseOf(details),
    disks: objectsAt(details, "protectedDisks").map((disk) => {
      const name = `${vmName}-${stringAt(disk, "diskName") ?? ""}`;
      return {
        name,
        testName: `${name}-test`,
        sizeInBytes: Number(disk["capacityInBytes"] ?? 0),
        sku: stringAt(disk, "diskType") ?? "Standard_LRS",
        isOsDisk: disk["isOSDisk"] === "true",
      };
    }),
    tags: targetTags(details),
  };
}
