import type { VaultPartName } from "./snapshot";

/** The action of Azure's role-based access control that each part of a vault needs. */
export const readActions: Readonly<Record<VaultPartName, string>> = {
  vault: "Microsoft.RecoveryServices/Vaults/read",
  fabrics: "Microsoft.RecoveryServices/vaults/replicationFabrics/read",
  providers: "Microsoft.RecoveryServices/vaults/replicationFabrics/replicationRecoveryServicesProviders/read",
  appliances: "Microsoft.RecoveryServices/vaults/replicationAppliances/read",
  containers: "Microsoft.RecoveryServices/vaults/replicationFabrics/replicationProtectionContainers/read",
  containerMappings:
    "Microsoft.RecoveryServices/vaults/replicationFabrics/replicationProtectionContainers/replicationProtectionContainerMappings/read",
  policies: "Microsoft.RecoveryServices/vaults/replicationPolicies/read",
  networks: "Microsoft.RecoveryServices/vaults/replicationFabrics/replicationNetworks/read",
  networkMappings:
    "Microsoft.RecoveryServices/vaults/replicationFabrics/replicationNetworks/replicationNetworkMappings/read",
  protectedItems:
    "Microsoft.RecoveryServices/vaults/replicationFabrics/replicationProtectionContainers/replicationProtectedItems/read",
  recoveryPlans: "Microsoft.RecoveryServices/vaults/replicationRecoveryPlans/read",
  jobs: "Microsoft.RecoveryServices/vaults/replicationJobs/read",
  events: "Microsoft.RecoveryServices/vaults/replicationEvents/read",
  health: "Microsoft.RecoveryServices/vaults/replicationVaultHealth/read",
  alertSettings: "Microsoft.RecoveryServices/vaults/replicationAlertSettings/read",
  settings: "Microsoft.RecoveryServices/vaults/replicationVaultSettings/read",
  supportedOperatingSystems: "Microsoft.RecoveryServices/vaults/replicationSupportedOperatingSystems/read",
  backupItems: "Microsoft.RecoveryServices/Vaults/backupProtectedItems/read",
};
