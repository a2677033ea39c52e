/** Pulumi components of a disaster-recovery landing zone for Azure Site Recovery. */
export * from "./enumerations";
export {
  AzureToAzureReplication,
  type AzureToAzureReplicationArgs,
} from "./azure-to-azure-replication/azure-to-azure-replication";
export type { AzureMachineArgs, AzureMachineDiskArgs } from "./azure-to-azure-replication/machine-args";
export type { NetworkPairArgs } from "./azure-to-azure-replication/network-mappings";
export type { ReplicationSideArgs } from "./azure-to-azure-replication/sides";
export {
  HypervSiteReplication,
  type HypervSiteReplicationArgs,
} from "./on-premises-replication/hyperv-site-replication";
export type {
  ApplianceMachineArgs,
  ConfigurationServerMachineArgs,
  HyperVMachineArgs,
} from "./on-premises-replication/machine-args";
export type { RegistrationKeyArgs } from "./on-premises-replication/registration-key";
export {
  VmmCloudReplication,
  type VmmCloudReplicationArgs,
  type VmmNetworkPairArgs,
} from "./on-premises-replication/vmm-cloud-replication";
export {
  PhysicalServerReplication,
  VmwareReplication,
  type PhysicalServerReplicationArgs,
  type VmwareReplicationArgs,
} from "./on-premises-replication/vmware-replication";
export {
  CacheStorage,
  type CacheStorageArgs,
  type LogStorageArgs,
  type StorageFirewallArgs,
} from "./cache-storage/cache-storage";
export type {
  StoragePrivateDnsZoneArgs,
  StoragePrivateEndpointArgs,
} from "./cache-storage/private-endpoints";
export {
  DisasterRecoveryLandingZone,
  type DisasterRecoveryLandingZoneArgs,
} from "./landing-zone/disaster-recovery-landing-zone";
export type { DocumentedLimitsArgs } from "./limits/documented-limits";
export type { JudgedScope } from "./limits/judged-scope";
export {
  FailbackInfrastructure,
  type FailbackInfrastructureArgs,
} from "./failback-infrastructure/failback-infrastructure";
export type { FailbackProcessServerArgs } from "./failback-infrastructure/process-server";
export type { SiteConnectionArgs } from "./failback-infrastructure/site-connection";
export { RecoveryMonitoring, type RecoveryMonitoringArgs } from "./recovery-monitoring/recovery-monitoring";
export type { RecoveryWorkbookArgs } from "./recovery-monitoring/workbook";
export {
  RecoveryNetwork,
  type RecoveryNetworkArgs,
  type RecoveryNetworkLevelArgs,
  type RecoverySubnetArgs,
} from "./recovery-network/recovery-network";
export type { SecurityRuleArgs } from "./recovery-network/security";
export { RecoveryLock, type RecoveryLockArgs } from "./recovery-vault/recovery-lock";
export {
  RecoveryVault,
  type RecoveryVaultArgs,
  type VaultEncryptionArgs,
  type VaultSoftDeleteArgs,
} from "./recovery-vault/recovery-vault";
export type { VaultDiagnosticsArgs } from "./recovery-vault/diagnostics";
export type { VaultPrivateDnsZoneArgs, VaultPrivateEndpointArgs } from "./recovery-vault/private-endpoints";
export type { CacheAccessArgs } from "./recovery-vault/roles";
export type { RecoveryPlanActionLevelArgs } from "./recovery-plans/plan-groups";
export {
  RecoveryPlans,
  type RecoveryPlanGroupLevelArgs,
  type RecoveryPlanLevelArgs,
  type RecoveryPlansArgs,
} from "./recovery-plans/recovery-plans";
export {
  ReplicationPolicies,
  type ReplicationPoliciesArgs,
  type ReplicationPolicyLevelArgs,
} from "./replication-policies/replication-policies";
