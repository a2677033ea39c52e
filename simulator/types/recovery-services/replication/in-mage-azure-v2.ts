import { azureTimestamp } from "../../../clock";
import { stableGuid } from "../../../guid";
import { objectAt, objectsAt, stringAt, type JsonObject } from "../../../json";
import { refused } from "../site-recovery-error";
import { newestAgent } from "./agent-version";
import {
  classicNics,
  classicSettings,
  classicTarget,
  classicUpdate,
  type ClassicNames,
} from "./classic-target";
import { microsoftAzure } from "./microsoft-azure";
import { protectableMachine } from "./protectable-machine";
import type { EnableRequest, Enabled, ItemChange, ReplicationProvider } from "./replication-provider";

const names: ClassicNames = {
  vmName: "recoveryAzureVMName",
  disks: "azureVMDiskDetails",
  ownSettings: ["selectedTfoAzureNetworkId"],
  osType: (details) => stringAt(details, "osType"),
};

/** VMware and physical machines by a configuration server (classic) to Azure. */
export const inMageAzureV2: ReplicationProvider = {
  instanceType: "InMageAzureV2",
  // By analogy: no recording of an enable.
  seconds: { enable: 10 * 60, untilProtected: 30 * 60 },
  stateAfterEnable: "replicating",
  allowed: {
    "enabling-failed": ["DisableProtection"],
    replicating: ["DisableProtection"],
    // Published.
    protected: ["UnplannedFailover", "DisableProtection", "TestFailover"],
    "unplanned-failover-done": ["CompleteMigration", "Commit", "DisableProtection", "ChangePit"],
    "unplanned-failover-committed": ["CompleteMigration", "ReverseReplicate", "DisableProtection"],
  },
  enable,
  whenProtected,
  update: ({ details }, given) => classicUpdate(names, details, given),
  reversed: "InMage",
  target: (details) => classicTarget(names, details),
};

function enable({ cloud, given, input, container, fabric, key }: EnableRequest): Enabled {
  const machine = protectableMachine(cloud, stringAt(given, "protectableItemId"), "InMageAzureV2");
  const inputs = objectsAt(input, "disksToInclude");
  for (const disk of inputs) {
    if (machine.disks.length === 0 || machine.disks.some((each) => each.id === disk["diskId"])) continue;
    throw refused(
      "DiskNotFound",
      `The machine '${machine.friendlyName}' has no disk '${String(disk["diskId"])}'.`,
    );
  }
  const custom = objectAt(objectAt(fabric.envelope, "properties"), "customDetails");
  const processServer = objectsAt(custom, "processServers").find(
    (each) => each["id"] === input["processServerId"],
  );
  if (
    input["processServerId"] !== undefined &&
    !processServer &&
    objectsAt(custom, "processServers").length > 0
  ) {
    throw refused(
      "ProcessServerNotFound",
      `The fabric has no process server '${stringAt(input, "processServerId") ?? ""}'.`,
    );
  }
  const disks = machine.disks.filter(
    (disk) => inputs.length === 0 || inputs.some((each) => each["diskId"] === disk.id),
  );
  const name = stringAt(input, "targetAzureVmName") ?? machine.friendlyName;
  return {
    friendlyName: machine.friendlyName,
    protectedItemType: "",
    protectableItemId: machine.resource.id,
    machineId: machine.resource.id,
    recovery: microsoftAzure(container.id),
    hidden: { network: { subnetName: input["targetAzureSubnetId"] } },
    details: {
      instanceType: "InMageAzureV2",
      infrastructureVmId: machine.resource.name,
      vCenterInfrastructureId: machine.custom["vCenterInfrastructureId"] ?? null,
      protectionStage: "EnablingProtection",
      vmId: machine.resource.name,
      vmProtectionState: "EnablingProtection",
      vmProtectionStateDescription: "Enabling protection",
      resyncProgressPercentage: 0,
      rpoInSeconds: null,
      compressedDataRateInMB: 0,
      uncompressedDataRateInMB: 0,
      ipAddress: machine.custom["ipAddress"] ?? null,
      agentVersion: newestAgent("InMageAzureV2", cloud.clock.now()),
      isAgentUpdateRequired: "False",
      isRebootAfterUpdateRequired: "False",
      lastHeartbeat: azureTimestamp(cloud.clock.now()),
      processServerId: input["processServerId"] ?? null,
      processServerName: processServer?.["friendlyName"] ?? null,
      multiVmGroupId:
        input["multiVmGroupId"] ?? stableGuid(`group ${stringAt(input, "multiVmGroupName") ?? key}`),
      multiVmGroupName: input["multiVmGroupName"] ?? machine.friendlyName,
      multiVmSyncStatus: input["multiVmGroupName"] === undefined ? "Disabled" : "Enabled",
      protectedDisks: disks.map((disk) => ({
        diskId: disk.id,
        diskName: disk.name,
        protectionStage: "InitialReplication",
        healthErrorCode: null,
        rpoInSeconds: null,
        resyncRequired: "False",
        resyncProgressPercentage: 0,
        diskCapacityInBytes: disk.sizeInMegabytes * 1024 ** 2,
        fileSystemCapacityInBytes: disk.sizeInMegabytes * 1024 ** 2,
        diskResized: "False",
      })),
      diskResized: "False",
      masterTargetId: input["masterTargetId"] ?? null,
      osType: machine.osType,
      osDiskId: disks.find((disk) => disk.isOsDisk)?.id ?? null,
      azureVMDiskDetails: disks.map((disk, index) => ({
        vhdType: disk.isOsDisk ? "OperatingSystem" : "DataDisk",
        vhdId: disk.id,
        diskId: disk.id,
        vhdName: disk.name,
        maxSizeMB: String(disk.sizeInMegabytes),
        targetDiskName: `${name}-${disk.name}`,
        lunId: String(index),
      })),
      recoveryAzureVMName: name,
      recoveryAzureStorageAccount: input["storageAccountId"] ?? null,
      recoveryAzureLogStorageAccountId:
        input["logStorageAccountId"] ?? inputs[0]?.["logStorageAccountId"] ?? null,
      vmNics: [],
      ...classicSettings(input),
      selectedTfoAzureNetworkId: null,
      discoveryType: machine.custom["discoveryType"] ?? "vCenter",
      datastores: [],
      useManagedDisks: "True",
      validationErrors: [],
      protectedManagedDisks: inputs.map((disk) => ({
        diskId: disk["diskId"],
        seedManagedDiskId: null,
        replicaDiskType: disk["diskType"] ?? input["diskType"] ?? "Standard_LRS",
        diskEncryptionSetId: disk["diskEncryptionSetId"] ?? null,
        targetDiskName: null,
      })),
    },
  };
}

function whenProtected(change: ItemChange, time: string): JsonObject {
  const { details } = change;
  const at = azureTimestamp(new Date(time));
  return {
    ...details,
    protectionStage: "Protected",
    vmProtectionState: "Protected",
    vmProtectionStateDescription: "Protected",
    resyncProgressPercentage: 100,
    lastHeartbeat: at,
    lastRpoCalculatedTime: at,
    lastRecoveryPointReceived: at,
    rpoInSeconds: 60,
    protectedDisks: objectsAt(details, "protectedDisks").map((disk) => ({
      ...disk,
      protectionStage: "Protected",
      resyncProgressPercentage: 100,
    })),
    vmNics: classicNics(change),
  };
}
