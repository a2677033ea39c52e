import { azureTimestamp } from "../../../clock";
import { objectAt, objectsAt, stringAt, type JsonObject } from "../../../json";
import { refused } from "../site-recovery-error";
import { picked, renamed } from "./input-fields";
import { microsoftAzure } from "./microsoft-azure";
import { machineOf, protectableMachine } from "./protectable-machine";
import type { EnableRequest, Enabled, ItemChange, ReplicationProvider } from "./replication-provider";
import { licenseOf, setting, tagsOf, type Target } from "./target";
import { nicDetails, updatedNics } from "./vm-nics";

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
  update,
  target,
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
      recoveryAzureVMSize: input["targetVmSize"] ?? "Standard_D2s_v3",
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
      selectedRecoveryAzureNetworkId: input["targetAzureNetworkId"] ?? null,
      selectedSourceNicId: null,
      encryption: "Disabled",
      oSDetails: { osType: stringAt(input, "osType") ?? machine.osType },
      sourceVmRamSizeInMB: 0,
      sourceVmCpuCount: 0,
      enableRdpOnTargetOption: input["enableRdpOnTargetOption"] ?? "Never",
      recoveryAzureResourceGroupId: groupId,
      recoveryAvailabilitySetId: input["targetAvailabilitySetId"] ?? null,
      targetAvailabilityZone: input["targetAvailabilityZone"] ?? null,
      targetProximityPlacementGroupId: input["targetProximityPlacementGroupId"] ?? null,
      useManagedDisks: input["useManagedDisks"] ?? "true",
      licenseType: input["licenseType"] ?? "NoLicenseType",
      sqlServerLicenseType: input["sqlServerLicenseType"] ?? "NotSpecified",
      lastRecoveryPointReceived: null,
      targetVmTags: input["targetVmTags"] ?? {},
      seedManagedDiskTags: input["seedManagedDiskTags"] ?? {},
      targetManagedDiskTags: input["targetManagedDiskTags"] ?? {},
      targetNicTags: input["targetNicTags"] ?? {},
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

function whenProtected({ cloud, item, properties, details }: ItemChange, time: string): JsonObject {
  const at = azureTimestamp(new Date(time));
  const source = cloud.store.get(stringAt(properties, "protectableItemId") ?? "");
  const networkId = stringAt(details, "selectedRecoveryAzureNetworkId") ?? null;
  const subnetName = stringAt(objectAt(item.hidden, "network"), "subnetName") ?? null;
  const known = objectsAt(details, "vmNics");
  const nics = source ? machineOf(source).nics : [];
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
    vmNics:
      known.length > 0
        ? known
        : nics.map((nic) => nicDetails(nic, { networkId, subnetName }, "SelectedByDefault")),
  };
}

function update({ details }: ItemChange, given: JsonObject): JsonObject {
  const input = objectAt(given, "providerSpecificDetails");
  return {
    ...details,
    ...picked(given, [
      "recoveryAzureVMSize",
      "selectedRecoveryAzureNetworkId",
      "selectedSourceNicId",
      "enableRdpOnTargetOption",
      "licenseType",
      "recoveryAvailabilitySetId",
    ]),
    ...picked(input, [
      "useManagedDisks",
      "targetProximityPlacementGroupId",
      "targetAvailabilityZone",
      "targetVmTags",
      "targetManagedDiskTags",
      "targetNicTags",
      "sqlServerLicenseType",
    ]),
    ...renamed(given, "recoveryAzureVMName", "recoveryAzureVmName"),
    ...renamed(input, "recoveryAzureV2ResourceGroupId", "recoveryAzureResourceGroupId"),
    vmNics: updatedNics(objectsAt(details, "vmNics"), objectsAt(given, "vmNics")),
  };
}

function target(details: JsonObject): Target {
  const vmName = setting(details, "recoveryAzureVmName") ?? "";
  const sku = stringAt(objectsAt(details, "protectedManagedDisks")[0], "replicaDiskType") ?? "Standard_LRS";
  return {
    resourceGroupId: setting(details, "recoveryAzureResourceGroupId"),
    location: undefined,
    vmName,
    testVmName: `${vmName}-test`,
    vmSize: setting(details, "recoveryAzureVMSize"),
    osType: stringAt(objectAt(details, "oSDetails"), "osType") ?? "Windows",
    zone: setting(details, "targetAvailabilityZone"),
    availabilitySetId: setting(details, "recoveryAvailabilitySetId"),
    proximityPlacementGroupId: setting(details, "targetProximityPlacementGroupId"),
    networkId: setting(details, "selectedRecoveryAzureNetworkId"),
    testNetworkId: setting(details, "selectedTfoAzureNetworkId"),
    licenseType: licenseOf(details),
    disks: objectsAt(details, "azureVmDiskDetails").map((disk) => {
      const name = setting(disk, "customTargetDiskName") ?? setting(disk, "targetDiskName") ?? "";
      return {
        name,
        testName: `${name}-test`,
        sizeInBytes: Number(disk["maxSizeMB"] ?? 0) * 1024 ** 2,
        sku,
        isOsDisk: disk["vhdType"] === "OperatingSystem",
      };
    }),
    tags: {
      vm: tagsOf(details, "targetVmTags"),
      disks: tagsOf(details, "targetManagedDiskTags"),
      nics: tagsOf(details, "targetNicTags"),
    },
  };
}
