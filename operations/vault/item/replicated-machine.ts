import type { HealthError } from "@azure/arm-recoveryservices-siterecovery";
import type { Experience, Scenario } from "../../../limits/scenarios";

/**
 * A protected item by one set of names, whichever provider replicates it. A fact that the provider does not tell is
 * absent; `null` means known to have none.
 */
export interface ReplicatedMachine extends ProviderFacts {
  readonly id: string;
  /** Name of the item in Azure Resource Manager. */
  readonly itemName: string;
  /** What people call the machine. */
  readonly name: string;
  /** `A2A`, `InMageRcm`, `InMageAzureV2`, `HyperVReplicaAzure` … */
  readonly instanceType: string;
  /** Absent for a provider that no edition documents. */
  readonly scenario?: Scenario;
  readonly experience?: Experience;
  readonly fabricName?: string;
  readonly containerId: string;
  readonly recoveryContainerId?: string;
  readonly policyId?: string;
  readonly protectionState?: string;
  readonly protectionStateDescription?: string;
  /** `Normal`, `Warning`, `Critical`, `None`. */
  readonly replicationHealth?: string;
  readonly failoverHealth?: string;
  /** `Primary` or `Recovery`. */
  readonly activeLocation?: string;
  readonly testFailoverState?: string;
  readonly testFailoverStateDescription?: string;
  readonly allowedOperations?: readonly string[];
  readonly lastSuccessfulTestFailover?: Date;
  readonly healthErrors: readonly HealthError[];
  /** The job that works on it now; absent where none does. */
  readonly currentJob?: { readonly scenarioName: string; readonly jobId?: string; readonly startedAt?: Date };
}

/** What each provider keeps in a place of its own. */
export interface ProviderFacts {
  readonly osFamily?: "windows" | "linux" | "other";
  readonly osName?: string;
  /** Newest recovery point behind now, as the service last calculated it. */
  readonly rpoInSeconds?: number;
  readonly rpoCalculatedAt?: Date;
  readonly lastHeartbeat?: Date;
  readonly agent?: AgentFacts;
  readonly resyncRequired?: boolean;
  readonly multiVmGroup?: string | null;
  /** Source VM of Azure to Azure. */
  readonly sourceVmId?: string;
  readonly sourceRegion?: string;
  readonly sourceZone?: string | null;
  readonly cpuCores?: number;
  readonly memoryMiB?: number;
  readonly firmware?: "bios" | "uefi";
  readonly targetRegion?: string;
  readonly targetName?: string;
  readonly targetSize?: string;
  readonly targetResourceGroupId?: string;
  readonly targetNetworkId?: string | null;
  readonly testNetworkId?: string | null;
  readonly availabilityZone?: string | null;
  readonly availabilitySetId?: string | null;
  readonly proximityPlacementGroupId?: string | null;
  readonly licenseType?: string | null;
  readonly nics?: readonly NicFacts[];
  readonly disks?: readonly DiskFacts[];
  /** Account of the classic experience that the replica is written to. */
  readonly storageAccountId?: string | null;
  readonly logStorageAccountId?: string | null;
}

export interface AgentFacts {
  readonly version?: string;
  /** Newest release that the service offers for this machine. */
  readonly latestVersion?: string;
  readonly expiresOn?: Date;
  /** The service's own word that an update is due. */
  readonly updateRequired?: boolean;
}

export interface NicFacts {
  readonly id?: string;
  readonly networkId?: string | null;
  readonly subnetName?: string;
  /** Address that the machine shall have after a failover; absent where Azure chooses one. */
  readonly staticAddress?: string;
  readonly testNetworkId?: string | null;
  readonly testSubnetName?: string;
  readonly testStaticAddress?: string;
}

export interface DiskFacts {
  readonly id?: string;
  readonly name?: string;
  readonly sizeGiB?: number;
  readonly os?: boolean;
  /** ARM SKU of the target disk. */
  readonly targetSku?: string;
  readonly managed?: boolean;
  /** Account that changes are written to first. */
  readonly cacheAccountId?: string;
}
