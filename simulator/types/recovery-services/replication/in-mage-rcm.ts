import { azureTimestamp } from "../../../clock";
import { stableGuid } from "../../../guid";
import { objectAt, objectsAt, stringAt, type JsonObject } from "../../../json";
import { refused } from "../site-recovery-error";
import { discoveredMachine, rcmNics } from "./discovered-machine";
import { picked } from "./input-fields";
import { microsoftAzure } from "./microsoft-azure";
import type { EnableRequest, Enabled, ItemChange, ReplicationProvider } from "./replication-provider";

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
  reversed: "InMageRcmFailback",
  target: (details) => ({
    resourceGroupId: stringAt(details, "targetResourceGroupId"),
    location: stringAt(details, "targetLocation"),
    vmName: stringAt(details, "targetVmName") ?? "",
    testVmName: `${stringAt(details, "targetVmName") ?? ""}-test`,
    vmSize: stringAt(details, "targetVmSize"),
  }),
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
      discoveryType: "vCenter",
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
        version: "9.55.6765.1",
        latestVersion: "9.55.6765.1",
        driverVersion: "9.55.6765.1",
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
