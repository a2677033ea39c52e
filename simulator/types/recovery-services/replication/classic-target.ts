import { objectAt, objectsAt, stringAt, type JsonObject } from "../../../json";
import { picked, renamed } from "./input-fields";
import { machineOf } from "./protectable-machine";
import type { ItemChange } from "./replication-provider";
import { licenseOf, setting, targetTags, type Target } from "./target";
import { nicDetails, updatedNics } from "./vm-nics";

/** Where the providers that replicate to vhds of a machine in Azure differ in what they call things. */
export interface ClassicNames {
  /** Field of the target machine's name in the details. */
  readonly vmName: string;
  /** Field of the list of disks in the details. */
  readonly disks: string;
  /** Settings of a PATCH that this provider alone takes. */
  readonly ownSettings: readonly string[];
  readonly osType: (details: JsonObject) => string | undefined;
}

/** The settings of a target machine as enable protection takes them, with the service's defaults. */
export function classicSettings(input: JsonObject): JsonObject {
  return {
    recoveryAzureVMSize: input["targetVmSize"] ?? "Standard_D2s_v3",
    selectedRecoveryAzureNetworkId: input["targetAzureNetworkId"] ?? null,
    selectedSourceNicId: null,
    enableRdpOnTargetOption: input["enableRdpOnTargetOption"] ?? "Never",
    recoveryAzureResourceGroupId: input["targetAzureV2ResourceGroupId"] ?? null,
    recoveryAvailabilitySetId: input["targetAvailabilitySetId"] ?? null,
    targetAvailabilityZone: input["targetAvailabilityZone"] ?? null,
    targetProximityPlacementGroupId: input["targetProximityPlacementGroupId"] ?? null,
    licenseType: input["licenseType"] ?? "NoLicenseType",
    sqlServerLicenseType: input["sqlServerLicenseType"] ?? "NotSpecified",
    targetVmTags: input["targetVmTags"] ?? {},
    seedManagedDiskTags: input["seedManagedDiskTags"] ?? {},
    targetManagedDiskTags: input["targetManagedDiskTags"] ?? {},
    targetNicTags: input["targetNicTags"] ?? {},
  };
}

/** The adapters of an item once it is protected: those set before, or the machine's own in the network asked for. */
export function classicNics({ cloud, item, properties, details }: ItemChange): readonly JsonObject[] {
  const known = objectsAt(details, "vmNics");
  if (known.length > 0) return known;
  const source = cloud.store.get(stringAt(properties, "protectableItemId") ?? "");
  const networkId = stringAt(details, "selectedRecoveryAzureNetworkId") ?? null;
  const subnetName = stringAt(objectAt(item.hidden, "network"), "subnetName") ?? null;
  const nics = source ? machineOf(source).nics : [];
  return nics.map((nic) => nicDetails(nic, { networkId, subnetName }, "SelectedByDefault"));
}

/** The details after a PATCH. @throws ArmError 400. */
export function classicUpdate(names: ClassicNames, details: JsonObject, given: JsonObject): JsonObject {
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
      ...names.ownSettings,
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
    ...renamed(given, "recoveryAzureVMName", names.vmName),
    ...renamed(input, "recoveryAzureV2ResourceGroupId", "recoveryAzureResourceGroupId"),
    vmNics: updatedNics(objectsAt(details, "vmNics"), objectsAt(given, "vmNics")),
  };
}

/** The machine a failover makes. */
export function classicTarget(names: ClassicNames, details: JsonObject): Target {
  const vmName = setting(details, names.vmName) ?? "";
  const sku = stringAt(objectsAt(details, "protectedManagedDisks")[0], "replicaDiskType") ?? "Standard_LRS";
  return {
    resourceGroupId: setting(details, "recoveryAzureResourceGroupId"),
    location: undefined,
    vmName,
    testVmName: `${vmName}-test`,
    vmSize: setting(details, "recoveryAzureVMSize"),
    osType: names.osType(details) ?? "Windows",
    zone: setting(details, "targetAvailabilityZone"),
    availabilitySetId: setting(details, "recoveryAvailabilitySetId"),
    proximityPlacementGroupId: setting(details, "targetProximityPlacementGroupId"),
    networkId: setting(details, "selectedRecoveryAzureNetworkId"),
    testNetworkId: setting(details, "selectedTfoAzureNetworkId"),
    licenseType: licenseOf(details),
    disks: objectsAt(details, names.disks).map((disk) => {
      const name = setting(disk, "customTargetDiskName") ?? setting(disk, "targetDiskName") ?? "";
      return {
        name,
        testName: `${name}-test`,
        sizeInBytes: Number(disk["maxSizeMB"] ?? 0) * 1024 ** 2,
        sku,
        isOsDisk: disk["vhdType"] === "OperatingSystem",
      };
    }),
    tags: targetTags(details),
  };
}
