/**
 * What rules know about Azure resources that take part in replication, whichever way they were seen:
 * azure-native inputs at preview, component arguments, SDK models of a live vault, or a planned target.
 * Regions in short form (`southindia`); ids compare without case.
 */
export interface Vault {
  readonly name?: string;
  readonly id?: string;
  readonly location?: string;
  readonly resourceGroup?: string;
  readonly skuName?: string;
  readonly skuTier?: string;
  readonly identity?: "none" | "system" | "user" | "system-and-user";
  readonly publicNetworkAccess?: boolean;
  readonly immutability?: string;
  /** Where it was created; new vaults arise in the Azure portal or through ARM, `classic` ones are adopted. */
  readonly portal?: "azure" | "classic";
  /** ISO date of creation. */
  readonly createdOn?: string;
  /** Replicated items; a private endpoint can be had only while there are none. */
  readonly registeredItemCount?: number;
}

export interface StorageAccount {
  readonly name?: string;
  readonly id?: string;
  readonly location?: string;
  /** ARM kind: `Storage`, `StorageV2`, `BlobStorage`, `BlockBlobStorage`, `FileStorage`. */
  readonly kind?: string;
  /** ARM SKU name, e.g. `Standard_LRS`. */
  readonly sku?: string;
  /** `Hot`, `Cool`, `Cold` or `Premium`; absent on kinds that have no tier. */
  readonly accessTier?: string;
  /** What replication uses it for; unknown where absent. */
  readonly role?: "replication" | "cache" | "log";
  readonly resourceGroup?: string;
  readonly subscriptionId?: string;
  /** Made in the classic deployment model (Microsoft.ClassicStorage). */
  readonly classic?: boolean;
  readonly hierarchicalNamespace?: boolean;
  readonly blobSoftDelete?: boolean;
  readonly firewallDefaultAction?: "Allow" | "Deny";
  readonly firewallBypass?: readonly string[];
  /** Subnets that the firewall lets in. */
  readonly firewallSubnetIds?: readonly string[];
  readonly minimumTlsVersion?: string;
  readonly publicBlobAccess?: boolean;
  readonly secureTransfer?: boolean;
  readonly sharedKeyAccess?: boolean;
  readonly customerManagedKey?: boolean;
  readonly immutableVersions?: boolean;
}

export interface RecoveryNetwork {
  readonly name?: string;
  readonly id?: string;
  readonly location?: string;
  readonly addressSpaces?: readonly string[];
  readonly subnets?: readonly { readonly name?: string; readonly addressPrefix?: string }[];
  readonly resourceGroup?: string;
  readonly classic?: boolean;
  readonly role?: "recovery" | "test-failover";
  readonly serviceEndpoints?: readonly string[];
}

/** `null`: left to the service, which has a default for it. */
export interface ReplicationPolicy {
  readonly name?: string;
  /** `A2A`, `InMageRcm`, `InMageRcmFailback`, `InMageAzureV2`, `HyperVReplicaAzure`, `HyperVReplica2012R2` … */
  readonly instanceType?: string;
  readonly recoveryPointRetentionInMinutes?: number | null;
  readonly appConsistentFrequencyInMinutes?: number | null;
  readonly crashConsistentFrequencyInMinutes?: number | null;
  readonly replicationIntervalInSeconds?: number | null;
  readonly rpoThresholdInMinutes?: number | null;
  readonly multiVmSync?: boolean;
}

export interface RecoveryPlan {
  readonly name?: string;
  readonly id?: string;
  /** `ResourceManager`, `Classic` or `NotApplicable`. */
  readonly failoverDeploymentModel?: string;
  readonly groups?: readonly RecoveryPlanGroup[];
}

export interface RecoveryPlanGroup {
  /** `Shutdown`, `Boot` or `Failover`. */
  readonly groupType?: string;
  /** Ids or names of the protected items; a sum over all groups counts distinct ones. */
  readonly protectedItems?: readonly string[];
  readonly actions?: readonly RecoveryPlanAction[];
}

export interface RecoveryPlanAction {
  readonly name?: string;
  readonly kind?: "script" | "automation-runbook" | "manual";
  /** ARM names: `TestFailover`, `PlannedFailover`, `UnplannedFailover`. */
  readonly failoverTypes?: readonly string[];
  /** `PrimaryToRecovery`, `RecoveryToPrimary`. */
  readonly failoverDirections?: readonly string[];
}

export interface NetworkMapping {
  readonly name?: string;
  /** `VmmToAzure`, `VmmToVmm` or `AzureToAzure`. */
  readonly instanceType?: string;
  /** Id of the fabric, or its name, on either side. */
  readonly primaryFabric?: string;
  readonly recoveryFabric?: string;
  /** Id or name of the network at the source: a VM network of VMM, or an Azure network. */
  readonly primaryNetworkId?: string;
  readonly recoveryNetworkId?: string;
}

/**
 * A replicated machine as Azure knows it: its target side and the links to the resources above. `null`
 * means known to have none; an absent fact is not known.
 */
export interface ProtectedItem {
  readonly name?: string;
  readonly id?: string;
  readonly policyId?: string;
  readonly instanceType?: string;
  /** Id of the Azure VM that is protected (Azure to Azure). */
  readonly sourceVmId?: string;
  /** Zone of that VM; `null` outside any. */
  readonly sourceZone?: string | null;
  readonly sourceNetworkId?: string | null;
  /** Name of the VM in Azure; the source name where `null`. */
  readonly targetName?: string | null;
  readonly targetSize?: string | null;
  readonly targetResourceGroupId?: string | null;
  readonly availabilityZone?: string | null;
  readonly availabilitySetId?: string | null;
  readonly proximityPlacementGroupId?: string | null;
  readonly capacityReservationGroupId?: string | null;
  readonly scaleSetId?: string | null;
  readonly networkId?: string | null;
  readonly testNetworkId?: string | null;
  /** Account that the replica is written to; `null` with managed disks alone. */
  readonly storageAccountId?: string | null;
  readonly logStorageAccountId?: string | null;
  readonly multiVmGroup?: string | null;
  readonly protectionClusterId?: string | null;
  readonly licenseType?: string | null;
  /** Security type of the VM in Azure: `TrustedLaunch`, `ConfidentialVM`, `Standard` … */
  readonly securityType?: string | null;
  readonly acceleratedNetworking?: boolean;
  /** An adapter has several IP configurations. */
  readonly severalIpConfigurations?: boolean;
  readonly disks?: readonly ProtectedDisk[];
}

export interface ProtectedDisk {
  readonly id?: string;
  /** ARM SKU name of the replica or target disk: `Standard_LRS`, `Premium_LRS`, `StandardSSD_LRS` … */
  readonly type?: string;
  readonly os?: boolean;
  /** Cache or log account of the disk. */
  readonly storageAccountId?: string;
  readonly sizeGiB?: number;
  /** False for an unmanaged disk (a blob in a storage account). */
  readonly managed?: boolean;
  readonly churnMBps?: number;
}

/** A private endpoint on the vault or on a replication account. */
export interface PrivateEndpoint {
  readonly name?: string;
  readonly targetId?: string;
  /** Sub-resources: `AzureSiteRecovery`, `blob` … */
  readonly groupIds?: readonly string[];
  readonly subnetId?: string;
  /** True where an address is fixed in its configuration. */
  readonly staticIp?: boolean;
}

/** A role that an identity has on a storage account. */
export interface RoleAssignment {
  /** Built-in name, e.g. `Contributor`. */
  readonly role?: string;
  /** Id of what it holds for; ids below it are included. */
  readonly scope?: string;
}

/** How machines shall come back from Azure, where that is planned. */
export interface FailbackPlan {
  readonly target?: "vmware-vm" | "physical" | "hyperv-vm" | "azure-vm";
  /** Connection between the Azure network and the site: `null` where there certainly is none. */
  readonly siteConnection?: "vpn" | "express-route" | null;
  /** What the configuration server runs on. */
  readonly configurationServer?: "vmware-vm" | "physical";
  /** VMware VMs on premises that can receive machines. */
  readonly receivers?: number;
  /** Master target servers on VMware VMs, apart from the configuration server. */
  readonly masterTargets?: number;
}

/**
 * Resources that belong to one landing zone, for rules about relations between them. An empty list says
 * that there is none; an absent one that it is not known.
 */
export interface Deployment {
  readonly vault?: Vault;
  readonly storageAccounts?: readonly StorageAccount[];
  readonly networks?: readonly RecoveryNetwork[];
  readonly networkMappings?: readonly NetworkMapping[];
  readonly policies?: readonly ReplicationPolicy[];
  readonly protectedItems?: readonly ProtectedItem[];
  readonly recoveryPlans?: readonly RecoveryPlan[];
  readonly privateEndpoints?: readonly PrivateEndpoint[];
  /** Roles of the vault's identity. */
  readonly vaultRoles?: readonly RoleAssignment[];
  /** Accounts that import and export jobs point at. */
  readonly importExportAccountIds?: readonly string[];
  /** Region of the machines at the source (Azure to Azure). */
  readonly sourceRegion?: string;
  /** Region that machines are recovered in. */
  readonly targetRegion?: string;
  readonly sourceResourceGroup?: string;
  readonly targetResourceGroup?: string;
  readonly sourceTenantId?: string;
  /** Tenants that machines are replicated to. */
  readonly targetTenantIds?: readonly string[];
  readonly sourceSubscriptionId?: string;
  /** Subnets of the machines at the source (Azure to Azure). */
  readonly sourceSubnetIds?: readonly string[];
  /** `high`: high churn, which needs a premium block blob cache account (Azure to Azure). */
  readonly churn?: "normal" | "high";
  readonly failback?: FailbackPlan;
  readonly vaultsInSubscription?: number;
  readonly appliancesInVault?: number;
  /** The state before, where it is known: live checks and updates of components have it, a policy has not. */
  readonly previous?: Omit<Deployment, "previous">;
}
