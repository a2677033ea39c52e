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
  readonly classic?: boolean;
  readonly hierarchicalNamespace?: boolean;
  readonly blobSoftDelete?: boolean;
  readonly firewallDefaultAction?: "Allow" | "Deny";
  readonly firewallBypass?: readonly string[];
  readonly minimumTlsVersion?: string;
  readonly publicBlobAccess?: boolean;
}

export interface RecoveryNetwork {
  readonly name?: string;
  readonly id?: string;
  readonly location?: string;
  readonly addressSpaces?: readonly string[];
  readonly subnets?: readonly { readonly name?: string; readonly addressPrefix?: string }[];
  readonly classic?: boolean;
  readonly role?: "recovery" | "test-failover";
}

export interface ReplicationPolicy {
  readonly name?: string;
  /** `A2A`, `InMageRcm`, `InMageRcmFailback`, `InMageAzureV2`, `HyperVReplicaAzure`, `HyperVReplica2012R2` … */
  readonly instanceType?: string;
  readonly recoveryPointRetentionInMinutes?: number;
  readonly appConsistentFrequencyInMinutes?: number;
  readonly crashConsistentFrequencyInMinutes?: number;
  readonly replicationIntervalInSeconds?: number;
  readonly rpoThresholdInMinutes?: number;
  readonly multiVmSync?: boolean;
}

export interface RecoveryPlan {
  readonly name?: string;
  readonly id?: string;
  readonly groups?: readonly RecoveryPlanGroup[];
}

export interface RecoveryPlanGroup {
  readonly groupType?: "Shutdown" | "Boot" | "Failover";
  /** Ids or names of the protected items; a sum over all groups counts distinct ones. */
  readonly protectedItems?: readonly string[];
  readonly actions?: readonly RecoveryPlanAction[];
}

export interface RecoveryPlanAction {
  readonly name?: string;
  readonly kind?: "script" | "automation-runbook" | "manual";
  readonly failoverTypes?: readonly string[];
  readonly failoverDirections?: readonly string[];
}

export interface NetworkMapping {
  readonly name?: string;
  readonly primaryNetworkId?: string;
  readonly recoveryNetworkId?: string;
}

/** A replicated machine as Azure knows it: its target side and the links to the resources above. */
export interface ProtectedItem {
  readonly name?: string;
  readonly id?: string;
  readonly policyId?: string;
  readonly instanceType?: string;
  readonly targetName?: string;
  readonly targetSize?: string;
  readonly availabilityZone?: string;
  readonly availabilitySetId?: string;
  readonly networkId?: string;
  readonly storageAccountId?: string;
  readonly logStorageAccountId?: string;
  readonly multiVmGroup?: string | null;
  readonly disks?: readonly {
    readonly id?: string;
    readonly type?: string;
    readonly storageAccountId?: string;
    readonly sizeGiB?: number;
  }[];
}

/** Resources that belong to one landing zone, for rules about relations between them. */
export interface Deployment {
  readonly vault?: Vault;
  readonly storageAccounts?: readonly StorageAccount[];
  readonly networks?: readonly RecoveryNetwork[];
  readonly networkMappings?: readonly NetworkMapping[];
  readonly policies?: readonly ReplicationPolicy[];
  readonly protectedItems?: readonly ProtectedItem[];
  readonly recoveryPlans?: readonly RecoveryPlan[];
}
