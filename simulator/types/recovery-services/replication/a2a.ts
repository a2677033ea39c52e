import { azureTimestamp } from "../../../clock";
import { newGuid, stableGuid } from "../../../guid";
import { objectAt, objectsAt, stringAt, type JsonObject } from "../../../json";
import { referred } from "../site-recovery-entity";
import { refused } from "../site-recovery-error";
import { siteRecoveryId } from "../site-recovery-id";
import { containerType } from "../type-names";
import { addedManagedDisks, managedDisks, removedManagedDisks, updatedManagedDisks } from "./a2a-disks";
import { azureNics, azureVm } from "./azure-vm";
import { newestAgent } from "./agent-version";
import { picked, renamed } from "./input-fields";
import type { EnableRequest, Enabled, ItemChange, ReplicationProvider } from "./replication-provider";
import { setting, tagsOf, type Target } from "./target";
import { nicDetails, updatedNics } from "./vm-nics";

/** Azure virtual machines to another region or zone. */
export const a2a: ReplicationProvider = {
  instanceType: "A2A",
  // Recorded: the operation ended after 31 minutes, the item was protected five minutes later.
  seconds: { enable: 31 * 60, untilProtected: 5 * 60 },
  stateAfterEnable: "waiting-for-recovery-point",
  allowed: {
    "enabling-failed": ["DisableProtection"],
    "waiting-for-recovery-point": ["DisableProtection"],
    replicating: ["DisableProtection"],
    protected: ["UnplannedFailover", "DisableProtection", "TestFailover"],
    "unplanned-failover-done": ["Commit", "DisableProtection", "ChangePit"],
    "unplanned-failover-committed": ["ReverseReplicate", "DisableProtection"],
  },
  enable,
  whenProtected,
  update,
  addDisks: ({ cloud, details }, input) => ({
    ...details,
    protectedManagedDisks: addedManagedDisks(cloud, details, objectsAt(input, "vmManagedDisks")),
  }),
  removeDisks: ({ details }, input) => ({
    ...details,
    protectedManagedDisks: removedManagedDisks(details, input["vmManagedDisksIds"]),
  }),
  target,
};

function enable(request: EnableRequest): Enabled {
  const { cloud, input, fabric, key } = request;
  const vm = azureVm(cloud, stringAt(input, "fabricObjectId"));
  const primaryLocation = locationOf(fabric.envelope);
  if (primaryLocation !== undefined && vm.location !== primaryLocation) {
    throw refused(
      "VirtualMachineLocationMismatch",
      `The virtual machine '${vm.name}' is in '${vm.location}', the fabric '${fabric.name}' in '${primaryLocation}'.`,
    );
  }
  const container = referred(
    cloud,
    stringAt(input, "recoveryContainerId"),
    containerType,
    "recoveryContainerId",
  );
  const recoveryFabric = cloud.store.get(container.id.replace(/\/replicationProtectionContainers\/.*$/i, ""));
  const recoveryProperties = objectAt(recoveryFabric?.envelope, "properties");
  const recoveryLocation = locationOf(recoveryFabric?.envelope) ?? null;
  const groupId = stringAt(input, "recoveryResourceGroupId");
  const zone = input["recoveryAvailabilityZone"] ?? null;
  if (recoveryFabric?.id === fabric.id && (zone === null || zone === vm.zone)) {
    throw refused(
      "InvalidParameter",
      "Within one region 'recoveryAvailabilityZone' has to name a zone other than the machine's own.",
    );
  }
  if (zone !== null && stringAt(input, "recoveryAvailabilitySetId") !== undefined) {
    throw refused(
      "InvalidParameter",
      "Give 'recoveryAvailabilityZone' or 'recoveryAvailabilitySetId', not both.",
    );
  }
  return {
    friendlyName: vm.name,
    protectedItemType: "",
    protectableItemId: null,
    machineId: vm.id,
    hidden: {
      knownDisks: vm.disks.map((disk) => disk.id.toLowerCase()),
      network: {
        networkId: input["recoveryAzureNetworkId"],
        // Recorded: an id is taken as well as a name.
        subnetName: stringAt(input, "recoverySubnetName")?.split("/").at(-1),
      },
    },
    recovery: {
      fabricFriendlyName: recoveryProperties["friendlyName"],
      fabricId: siteRecoveryId(recoveryFabric?.id ?? ""),
      containerFriendlyName: objectAt(container.envelope, "properties")["friendlyName"],
      containerId: siteRecoveryId(container.id),
    },
    details: {
      instanceType: "A2A",
      fabricObjectId: vm.id.toLowerCase(),
      initialPrimaryZone: vm.zone ?? "",
      initialPrimaryFabricLocation: primaryLocation ?? null,
      initialRecoveryZone: zone ?? "",
      initialPrimaryExtendedLocation: null,
      initialRecoveryExtendedLocation: input["recoveryExtendedLocation"] ?? null,
      initialRecoveryFabricLocation: recoveryLocation,
      multiVmGroupId:
        input["multiVmGroupId"] ?? stableGuid(`group ${stringAt(input, "multiVmGroupName") ?? key}`),
      multiVmGroupName: input["multiVmGroupName"] ?? "",
      multiVmGroupCreateOption: input["multiVmGroupName"] === undefined ? "AutoCreated" : "UserSpecified",
      managementId: stableGuid(`management ${vm.id.toLowerCase()}`),
      protectedDisks: null,
      unprotectedDisks: null,
      protectedManagedDisks: managedDisks(vm, objectsAt(input, "vmManagedDisks")),
      recoveryBootDiagStorageAccountId: input["recoveryBootDiagStorageAccountId"] ?? null,
      primaryFabricLocation: primaryLocation ?? null,
      recoveryFabricLocation: recoveryLocation,
      osType: vm.osType,
      recoveryAzureVMSize: vm.size,
      recoveryAzureVMName: vm.name,
      recoveryAzureResourceGroupId: groupId ?? null,
      recoveryCloudService: input["recoveryCloudServiceId"] ?? null,
      recoveryAvailabilitySet: input["recoveryAvailabilitySetId"] ?? null,
      selectedRecoveryAzureNetworkId: null,
      selectedTfoAzureNetworkId: null,
      vmNics: [],
      vmSyncedConfigDetails: { tags: vm.tags, inputEndpoints: [] },
      monitoringPercentageCompletion: 0,
      monitoringJobType: "InitialReplication",
      lastHeartbeat: azureTimestamp(cloud.clock.now()),
      // Recorded.
      agentVersion: newestAgent("A2A", cloud.clock.now()),
      agentExpiryDate: "9999-12-31T23:59:59.9999999",
      isReplicationAgentUpdateRequired: false,
      isReplicationAgentCertificateUpdateRequired: false,
      recoveryFabricObjectId: null,
      vmProtectionState: "UnprotectedStatesBegin",
      vmProtectionStateDescription: "Enabling protection",
      lifecycleId: null,
      testFailoverRecoveryFabricObjectId: null,
      rpoInSeconds: null,
      lastRpoCalculatedTime: null,
      rtoInSeconds: null,
      primaryAvailabilityZone: vm.zone,
      recoveryAvailabilityZone: zone,
      primaryExtendedLocation: null,
      recoveryExtendedLocation: input["recoveryExtendedLocation"] ?? null,
      vmEncryptionType: "NotEncrypted",
      tfoAzureVMName: `${vm.name}-test`,
      recoveryAzureGeneration: vm.generation,
      recoveryProximityPlacementGroupId: input["recoveryProximityPlacementGroupId"] ?? null,
      autoProtectionOfDataDisk: input["autoProtectionOfDataDisk"] ?? "Disabled",
      recoveryVirtualMachineScaleSetId: input["recoveryVirtualMachineScaleSetId"] ?? null,
      recoveryCapacityReservationGroupId: input["recoveryCapacityReservationGroupId"] ?? null,
    },
  };
}

/** Recorded: NICs, network, RPO and certificate are only known once the item is protected. */
function whenProtected({ cloud, item, details }: ItemChange, time: string): JsonObject {
  const at = azureTimestamp(new Date(time));
  const wanted = objectAt(item.hidden, "network");
  const nics = azureNics(cloud, stringAt(details, "fabricObjectId") ?? "");
  const primaryNetwork = nics[0]?.networkName;
  const networkId = stringAt(wanted, "networkId") ?? mappedNetwork(item.id, primaryNetwork, cloud);
  const subnetName = stringAt(wanted, "subnetName") ?? null;
  const isChosen = wanted["networkId"] !== undefined;
  const known = objectsAt(details, "vmNics");
  return {
    ...details,
    selectedRecoveryAzureNetworkId: details["selectedRecoveryAzureNetworkId"] ?? networkId,
    vmNics:
      known.length > 0
        ? known
        : nics.map((nic) =>
            nicDetails(
              nic,
              { networkId, subnetName },
              isChosen ? "SelectedByUserOverride" : "SelectedByDefault",
            ),
          ),
    lastHeartbeat: at,
    // Recorded: three years less ten minutes.
    agentCertificateExpiryDate: new Date(Date.parse(time) + 3 * 365 * 86_400_000)
      .toISOString()
      .replace(/\.\d+Z$/, "Z"),
    vmProtectionState: "Protected",
    vmProtectionStateDescription: "Protected",
    lifecycleId: details["lifecycleId"] ?? newGuid(),
    // Recorded.
    rpoInSeconds: 95,
    lastRpoCalculatedTime: at,
  };
}

/** The network the machine's own is mapped to, where nobody chose one. */
function mappedNetwork(
  itemId: string,
  primaryNetwork: string | undefined,
  cloud: ItemChange["cloud"],
): string | null {
  if (primaryNetwork === undefined) return null;
  const fabricId = itemId.replace(/\/replicationProtectionContainers\/.*$/i, "");
  const mapping = [...cloud.store.descendants(fabricId)].find(
    (below) =>
      below.type.endsWith("/replicationNetworkMappings") &&
      stringAt(objectAt(below.envelope, "properties"), "primaryNetworkId")?.toLowerCase() ===
        primaryNetwork.toLowerCase(),
  );
  return stringAt(objectAt(mapping?.envelope, "properties"), "recoveryNetworkId") ?? null;
}

const fromUpdate = [
  "recoveryAzureVMName",
  "recoveryAzureVMSize",
  "selectedRecoveryAzureNetworkId",
  "selectedTfoAzureNetworkId",
];
const fromProviderInput = [
  "recoveryBootDiagStorageAccountId",
  "tfoAzureVMName",
  "recoveryProximityPlacementGroupId",
  "recoveryVirtualMachineScaleSetId",
  "recoveryCapacityReservationGroupId",
];

function update({ details }: ItemChange, given: JsonObject): JsonObject {
  const input = objectAt(given, "providerSpecificDetails");
  return {
    ...details,
    ...picked(given, fromUpdate),
    ...picked(input, fromProviderInput),
    ...renamed(given, "recoveryAvailabilitySetId", "recoveryAvailabilitySet"),
    ...renamed(input, "recoveryResourceGroupId", "recoveryAzureResourceGroupId"),
    ...renamed(input, "recoveryCloudServiceId", "recoveryCloudService"),
    vmNics: updatedNics(objectsAt(details, "vmNics"), objectsAt(given, "vmNics")),
    protectedManagedDisks: updatedManagedDisks(details, objectsAt(input, "managedDiskUpdateDetails")),
  };
}

function locationOf(envelope: JsonObject | undefined): string | undefined {
  return stringAt(objectAt(objectAt(envelope, "properties"), "customDetails"), "location");
}

function target(details: JsonObject): Target {
  const tags = tagsOf(objectAt(details, "vmSyncedConfigDetails"), "tags");
  return {
    resourceGroupId: setting(details, "recoveryAzureResourceGroupId"),
    location: setting(details, "recoveryFabricLocation"),
    vmName: setting(details, "recoveryAzureVMName") ?? "",
    testVmName: setting(details, "tfoAzureVMName") ?? "",
    vmSize: setting(details, "recoveryAzureVMSize"),
    osType: stringAt(details, "osType") ?? "Windows",
    zone: setting(details, "recoveryAvailabilityZone"),
    availabilitySetId: setting(details, "recoveryAvailabilitySet"),
    proximityPlacementGroupId: setting(details, "recoveryProximityPlacementGroupId"),
    networkId: setting(details, "selectedRecoveryAzureNetworkId"),
    testNetworkId: setting(details, "selectedTfoAzureNetworkId"),
    licenseType: undefined,
    disks: objectsAt(details, "protectedManagedDisks").map((disk) => ({
      name: stringAt(disk, "failoverDiskName") ?? "",
      testName: stringAt(disk, "tfoDiskName") ?? "",
      sizeInBytes: Number(disk["diskCapacityInBytes"] ?? 0),
      sku: stringAt(disk, "recoveryTargetDiskAccountType") ?? "Standard_LRS",
      isOsDisk: disk["diskType"] === "OperatingSystem",
    })),
    tags: { vm: tags, disks: tags, nics: tags },
  };
}
