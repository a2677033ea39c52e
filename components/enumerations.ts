/**
 * Enumerations of the components' arguments. Written as constant objects with a type of the same name: the
 * form from which Pulumi infers an enumeration for other languages.
 */

/** Dated state of the Site Recovery documentation whose limits are applied. */
export const DocumentEdition = {
  December2016: "2016-12",
  May2019: "2019-05",
  Current: "current",
} as const;
export type DocumentEdition = (typeof DocumentEdition)[keyof typeof DocumentEdition];

/** What is replicated, and to where. */
export const ReplicationScenario = {
  VmwareToAzure: "vmware-to-azure",
  PhysicalToAzure: "physical-to-azure",
  HypervToAzure: "hyperv-to-azure",
  HypervVmmToAzure: "hyperv-vmm-to-azure",
  AzureToAzure: "azure-to-azure",
  HypervVmmToSecondary: "hyperv-vmm-to-secondary",
} as const;
export type ReplicationScenario = (typeof ReplicationScenario)[keyof typeof ReplicationScenario];

/** VMware and physical servers: replication appliance (modernized) or configuration server (classic). */
export const ReplicationExperience = { Modernized: "modernized", Classic: "classic" } as const;
export type ReplicationExperience = (typeof ReplicationExperience)[keyof typeof ReplicationExperience];

/** Some limits are written for one of these only. */
export const ReplicationIntent = { DisasterRecovery: "disaster-recovery", Migration: "migration" } as const;
export type ReplicationIntent = (typeof ReplicationIntent)[keyof typeof ReplicationIntent];

/** What replication uses a storage account for. */
export const StorageRole = { Cache: "cache", Replication: "replication", Log: "log" } as const;
export type StorageRole = (typeof StorageRole)[keyof typeof StorageRole];

/** Kind of policy as the service names it. */
export const PolicyInstanceType = {
  AzureToAzure: "A2A",
  VmwareModernized: "InMageRcm",
  VmwareModernizedFailback: "InMageRcmFailback",
  VmwareClassic: "InMageAzureV2",
  HypervToAzure: "HyperVReplicaAzure",
  /** Hyper-V of Windows Server 2012 R2 and later, from one cloud of VMM to another. */
  VmmToSecondary: "HyperVReplica2012R2",
} as const;
export type PolicyInstanceType = (typeof PolicyInstanceType)[keyof typeof PolicyInstanceType];

/** Redundancy of what the vault itself stores (backups; Site Recovery replicates to its own disks). */
export const VaultRedundancy = {
  LocallyRedundant: "LocallyRedundant",
  ZoneRedundant: "ZoneRedundant",
  GeoRedundant: "GeoRedundant",
} as const;
export type VaultRedundancy = (typeof VaultRedundancy)[keyof typeof VaultRedundancy];

/** Whether backups in the vault can be shortened or deleted before their time; `Locked` is for good. */
export const VaultImmutability = { Disabled: "Disabled", Unlocked: "Unlocked", Locked: "Locked" } as const;
export type VaultImmutability = (typeof VaultImmutability)[keyof typeof VaultImmutability];

/** Whether deleted backup items are kept for a while; `AlwaysON` is for good. */
export const SoftDeleteState = { Enabled: "Enabled", Disabled: "Disabled", AlwaysOn: "AlwaysON" } as const;
export type SoftDeleteState = (typeof SoftDeleteState)[keyof typeof SoftDeleteState];
