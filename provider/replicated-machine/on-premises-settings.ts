import { armId, oneOf, tags, text } from "./described";
import type { Setting, Settings } from "./setting";

// Values of the REST API's own enumerations (2025-01-01).
const licenseTypes = ["NotSpecified", "NoLicenseType", "WindowsServer"] as const;
const sqlServerLicenseTypes = ["NotSpecified", "NoLicenseType", "PAYG", "AHUB"] as const;
const diskTypes = [
  "Standard_LRS",
  "Premium_LRS",
  "StandardSSD_LRS",
  "PremiumV2_LRS",
  "UltraSSD_LRS",
  "StandardSSD_ZRS",
  "Premium_ZRS",
] as const;

export const licenseType: Setting = {
  property: oneOf(licenseTypes, "`WindowsServer` for Azure Hybrid Benefit. Default: `NoLicenseType`."),
  update: { in: "item" },
};

export const sqlServerLicenseType: Setting = {
  property: oneOf(sqlServerLicenseTypes, "License of SQL Server in the machine. Default: `NotSpecified`."),
  update: { in: "details" },
};

export const diskType = oneOf(diskTypes, "SKU of the disks in Azure.");

/** What classic VMware and Hyper-V machines have in common. */
export const classicSettings: Settings = {
  targetAzureV2ResourceGroupId: {
    property: armId("Resource group of the machine after a failover."),
    update: { in: "details", name: "recoveryAzureV2ResourceGroupId" },
    shown: "recoveryAzureResourceGroupId",
  },
  targetAzureNetworkId: {
    property: armId("Virtual network after a failover."),
    update: { in: "item", name: "selectedRecoveryAzureNetworkId" },
    shown: "selectedRecoveryAzureNetworkId",
  },
  selectedTfoAzureNetworkId: {
    property: armId("Virtual network of test failovers that name none."),
    enable: false,
    update: { in: "item" },
  },
  targetVmSize: {
    property: text("Size of the machine after a failover. Default: chosen by the service."),
    update: { in: "item", name: "recoveryAzureVMSize" },
    shown: "recoveryAzureVMSize",
  },
  targetAvailabilitySetId: {
    property: armId("Availability set after a failover."),
    update: { in: "item", name: "recoveryAvailabilitySetId" },
    shown: "recoveryAvailabilitySetId",
  },
  targetAvailabilityZone: { property: text("Zone after a failover."), update: { in: "details" } },
  targetProximityPlacementGroupId: {
    property: armId("Proximity placement group after a failover."),
    update: { in: "details" },
  },
  selectedSourceNicId: {
    property: text("Site Recovery's id of the adapter that becomes the primary one."),
    enable: false,
    update: { in: "item" },
  },
  enableRdpOnTargetOption: {
    property: oneOf(
      ["Never", "OnlyOnTestFailover", "Always"],
      "Opens remote desktop in the machine after a failover.",
    ),
    update: { in: "item" },
  },
  licenseType,
  sqlServerLicenseType,
  targetVmTags: { property: tags("Tags of the machine after a failover."), update: { in: "details" } },
  targetManagedDiskTags: { property: tags("Tags of its disks."), update: { in: "details" } },
  targetNicTags: { property: tags("Tags of its network adapters."), update: { in: "details" } },
  seedManagedDiskTags: { property: tags("Tags of the disks that replication writes to.") },
  logStorageAccountId: {
    property: armId("Cache storage account of all disks that name none."),
    shown: "recoveryAzureLogStorageAccountId",
  },
  diskType: { property: diskType, shown: null },
  diskEncryptionSetId: { property: armId("Disk encryption set of all disks that name none."), shown: null },
};

/** Subnet of adapters that name none; a change goes to the adapters. */
export const targetAzureSubnetId = text("Subnet of the target network, for adapters that name none.");
