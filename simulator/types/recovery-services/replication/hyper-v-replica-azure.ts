import { azureTimestamp } from "../../../clock";
import { objectAt, objectsAt, stringAt, type JsonObject } from "../../../json";
import { refused } from "../site-recovery-error";
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
  vmName: "recoveryAzureVmName",
  disks: "azureVmDiskDetails",
  ownSettings: [],
  osType: (details) => stringAt(objectAt(details, "oSDetails"), "osType"),
};

/** Hyper-V machines, of sites and of VMM clouds, to Azure. */
export const hyperVReplicaAzure: ReplicationProvider = {
  instanceType: "HyperVReplicaAzure",
  // By analogy: no recording of an enable.
  seconds: { enable: 120, untilProtected: 30 * 60 },
  stateAfterEnable: "replicating",
  // Published, save for the states without an example.
  allowed: {
    "enabling-failed": ["DisableProtection"],
    replicating: ["DisableProtection"],
    protected: ["PlannedFailover", "UnplannedFailover", "DisableProtection", "TestFailover"],
    "planned-failover-done": ["CompleteMigration", "Commit", "DisableProtection", "ChangePit"],
    "unplanned-failover-done": ["CompleteMigration", "Commit", "DisableProtection", "ChangePit"],
    "planned-failover-committed": ["CompleteMigration", "DisableProtection", "Failback"],
    "unplanned-failover-committed": ["CompleteMigration", "DisableProtection", "Failback"],
    "failback-done": ["Commit", "DisableProtection"],
    "failback-committed": ["ReverseReplicate", "DisableProtection"],
  },
  enable,
  whenProtected,
  update: ({ details }, given) => classicUpdate(names, details, given),
  target: (details) => classicTarget(names, details),
};

function enable({ cloud, given, input, container }: EnableRequest): Enabled {
  const machine = protectableMachine(cloud, stringAt(given, "protectableItemId"), "HyperVReplicaAzure");
  const toManaged = objectsAt(input, "disksToIncludeForManagedDisks");
  const named = input["disksToInclude"];
  const wanted = toManaged.length > 0 ? toManaged.map((disk) => stringAt(disk, "diskId") ?? "") : named;
  const ids = Array.isArray(wanted) ? wanted.map(String) : machine.disks.map((disk) => disk.id);
  const unknown = ids.find((id) => machine.disks.length > 0 && !machine.disks.some((disk) => disk.id === id));
  if (unknown !== undefined) {
    throw refused("DiskNotFound", `The machine '${machine.friendlyName}' has no disk '${unknown}'.`);
  }
  const disks = machine.disks.filter((disk) => ids.includes(disk.id));
  const name = stringAt(input, "targetAzureVmName") ?? machine.friendlyName;
  const groupId = stringAt(input, "targetAzureV2ResourceGroupId") ?? null;
  return {
    friendlyName: machine.friendlyName,
    protectedItemType: "HyperVVirtualMachine",
    protectableItemId: machine.resource.id,
    machineId: machine.resource.id,
    recovery: microsoftAzure(container.id),
    hidden: { network: { subnetName: input["targetAzureSubnetId"] } },
    details: {
      instanceType: "HyperVReplicaAzure",
      azureVmDiskDetails: disks.map((disk, index) => ({
        vhdType: disk.isOsDisk ? "OperatingSystem" : "Data",
        vhdId: disk.id,
        diskId: disk.id,
        vhdName: disk.name,
        maxSizeMB: String(disk.sizeInMegabytes),
        targetDiskLocation: null,
        targetDiskName: `${name}-${disk.name}`,
        lunId: String(index),
        diskEncryptionSetId: input["diskEncryptionSetId"] ?? null,
        customTargetDiskName: null,
      })),
      recoveryAzureVmName: name,
      recoveryAzureStorageAccount: input["targetStorageAccountId"] ?? null,
      recoveryAzureLogStorageAccountId:
        input["logStorageAccountId"] ?? toManaged[0]?.["logStorageAccountId"] ?? null,
      lastReplicatedTime: null,
      rpoInSeconds: null,
      lastRpoCalculatedTime: null,
      vmId: machine.custom["sourceItemId"] ?? machine.resource.name,
      vmProtectionState: "EnablingProtection",
      vmProtectionStateDescription: "Enabling protection",
      initialReplicationDetails: {
        initialReplicationType: "OverNetwork",
        initialReplicationProgressPercentage: "0",
      },
      vmNics: [],
      ...classicSettings(input),
      encryption: "Disabled",
      oSDetails: { osType: stringAt(input, "osType") ?? machine.osType },
      sourceVmRamSizeInMB: 0,
      sourceVmCpuCount: 0,
      useManagedDisks: input["useManagedDisks"] ?? "true",
      lastRecoveryPointReceived: null,
      protectedManagedDisks: toManaged.map((disk) => ({
        diskId: disk["diskId"],
        seedManagedDiskId:
          groupId === null ? null : `${groupId}/providers/Microsoft.Compute/disks/asrseeddisk-${name}`,
        replicaDiskType: disk["diskType"] ?? input["diskType"] ?? "Standard_LRS",
        diskEncryptionSetId: disk["diskEncryptionSetId"] ?? null,
      })),
      allAvailableOSUpgradeConfigurations: [],
    },
  };
}

function whenProtected(change: ItemChange, time: string): JsonObject {
  const { details } = change;
  const at = azureTimestamp(new Date(time));
  return {
    ...details,
    vmProtectionState: "Protected",
    vmProtectionStateDescription: "Protected",
    initialReplicationDetails: {
      initialReplicationType: "OverNetwork",
      initialReplicationProgressPercentage: "100",
    },
    lastReplicatedTime: at,
    lastRecoveryPointReceived: at,
    lastRpoCalculatedTime: at,
    rpoInSeconds: 300,
    vmNics: classicNics(change),
  };
}
