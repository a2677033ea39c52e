import type {
  A2AReplicationDetails,
  HyperVReplicaAzureReplicationDetails,
  InMageAzureV2ReplicationDetails,
  InMageRcmReplicationDetails,
  ReplicationProtectedItem,
  VMNicDetails,
} from "@azure/arm-recoveryservices-siterecovery";

/** A protected item of a plan, in the words that are common to all ways of replicating. */
export interface ProtectedMachine {
  readonly itemId: string;
  readonly name: string;
  readonly group: string;
  readonly provider: string;
  readonly protectionState: string;
  readonly testFailoverState: string;
  readonly allowedOperations: readonly string[];
  readonly replicationHealth: string;
  readonly failoverHealth: string;
  readonly healthErrors: readonly string[];
  readonly multiVmGroup: string | undefined;
  /** ARM id of the machine that is protected, where it is one of Azure. */
  readonly sourceMachineId: string | undefined;
  readonly recoveryNetworkIds: readonly string[];
  readonly testNetworkIds: readonly string[];
  readonly testAddresses: readonly string[];
  readonly nicCount: number;
  readonly targetGroupId: string | undefined;
  readonly targetSize: string | undefined;
  readonly targetRegion: string | undefined;
  /** Name that the test machine will have. */
  readonly testMachineName: string | undefined;
  /** The test machine's ARM id, where the service tells it. */
  readonly testMachineId: string | undefined;
  readonly recoveryPointId: string | undefined;
  readonly rpoInSeconds: number | undefined;
}

interface Placement {
  readonly networkId?: string | null | undefined;
  readonly testNetworkId?: string | null | undefined;
  readonly groupId?: string | null | undefined;
  readonly size?: string | null | undefined;
  readonly region?: string | null | undefined;
  readonly vmName?: string | null | undefined;
  readonly testVmName?: string | null | undefined;
  readonly testMachineId?: string | null | undefined;
  readonly sourceId?: string | null | undefined;
  readonly multiVmGroup?: string | null | undefined;
  readonly rpoInSeconds?: number | null | undefined;
  readonly nicNetworks?: readonly (string | null | undefined)[];
  readonly nicTestNetworks?: readonly (string | null | undefined)[];
  readonly testAddresses?: readonly (string | null | undefined)[];
  readonly nicCount?: number;
}

/** @param group the recovery plan's group that the item is in. */
export function protectedMachineOf(item: ReplicationProtectedItem, group: string): ProtectedMachine {
  const properties = item.properties ?? {};
  const placement = placementOf(item);
  return {
    itemId: item.id ?? "",
    name: properties.friendlyName ?? item.name ?? "",
    group,
    provider: properties.providerSpecificDetails?.instanceType ?? "",
    protectionState: properties.protectionState ?? "",
    testFailoverState: properties.testFailoverState ?? "",
    allowedOperations: properties.allowedOperations ?? [],
    replicationHealth: properties.replicationHealth ?? "",
    failoverHealth: properties.failoverHealth ?? "",
    healthErrors: (properties.healthErrors ?? []).map(({ errorCode, summaryMessage, errorMessage }) =>
      `${errorCode ?? ""} ${summaryMessage ?? errorMessage ?? ""}`.trim(),
    ),
    multiVmGroup: placement.multiVmGroup || undefined,
    sourceMachineId: placement.sourceId || undefined,
    recoveryNetworkIds: distinct([placement.networkId, ...(placement.nicNetworks ?? [])]),
    testNetworkIds: distinct([placement.testNetworkId, ...(placement.nicTestNetworks ?? [])]),
    testAddresses: distinct(placement.testAddresses ?? []),
    nicCount: placement.nicCount ?? 0,
    targetGroupId: placement.groupId || undefined,
    targetSize: placement.size || undefined,
    targetRegion: placement.region || undefined,
    testMachineName: placement.testVmName || (placement.vmName ? `${placement.vmName}-test` : undefined),
    testMachineId: placement.testMachineId || undefined,
    recoveryPointId: properties.failoverRecoveryPointId || undefined,
    rpoInSeconds: placement.rpoInSeconds ?? undefined,
  };
}

/** Whether a test failover of the item has left something that its clean-up takes away. */
export function awaitsCleanup({ allowedOperations, testFailoverState }: ProtectedMachine): boolean {
  return allowedOperations.includes("TestFailoverCleanup") || testFailoverState === "WaitingForCompletion";
}

/** Whether nothing of a test failover is left, nor under way. */
export function isTidy(machine: ProtectedMachine): boolean {
  return !awaitsCleanup(machine) && ["", "None"].includes(machine.testFailoverState);
}

/** Those that fail over to Azure; the SDK's own union holds the base type, which keeps TypeScript from telling them apart. */
type DetailsToAzure =
  | A2AReplicationDetails
  | HyperVReplicaAzureReplicationDetails
  | InMageAzureV2ReplicationDetails
  | InMageRcmReplicationDetails;

function placementOf({ properties }: ReplicationProtectedItem): Placement {
  const details = properties?.providerSpecificDetails as DetailsToAzure | undefined;
  switch (details?.instanceType) {
    case "A2A":
      return {
        networkId: details.selectedRecoveryAzureNetworkId,
        testNetworkId: details.selectedTfoAzureNetworkId,
        groupId: details.recoveryAzureResourceGroupId,
        size: details.recoveryAzureVMSize,
        region: details.recoveryFabricLocation,
        vmName: details.recoveryAzureVMName,
        testVmName: details.tfoAzureVMName,
        testMachineId: details.testFailoverRecoveryFabricObjectId,
        sourceId: details.fabricObjectId,
        multiVmGroup: details.multiVmGroupName,
        rpoInSeconds: details.rpoInSeconds,
        ...nicsOf(details.vmNics),
      };
    case "InMageRcm":
      return {
        networkId: details.targetNetworkId,
        testNetworkId: details.testNetworkId,
        groupId: details.targetResourceGroupId,
        size: details.targetVmSize,
        region: details.targetLocation,
        vmName: details.targetVmName,
        multiVmGroup: details.multiVmGroupName,
        nicCount: details.vmNics?.length ?? 0,
        testAddresses: (details.vmNics ?? []).map(({ testIPAddress }) => testIPAddress),
      };
    case "HyperVReplicaAzure":
      return {
        networkId: details.selectedRecoveryAzureNetworkId,
        groupId: details.recoveryAzureResourceGroupId,
        size: details.recoveryAzureVMSize,
        vmName: details.recoveryAzureVmName,
        rpoInSeconds: details.rpoInSeconds,
        ...nicsOf(details.vmNics),
      };
    case "InMageAzureV2":
      return {
        networkId: details.selectedRecoveryAzureNetworkId,
        testNetworkId: details.selectedTfoAzureNetworkId,
        groupId: details.recoveryAzureResourceGroupId,
        size: details.recoveryAzureVMSize,
        vmName: details.recoveryAzureVMName,
        multiVmGroup: details.multiVmGroupName,
        rpoInSeconds: details.rpoInSeconds,
        ...nicsOf(details.vmNics),
      };
    default:
      return {};
  }
}

function nicsOf(nics: readonly VMNicDetails[] = []): Placement {
  return {
    nicCount: nics.length,
    nicNetworks: nics.map(({ recoveryVMNetworkId }) => recoveryVMNetworkId),
    nicTestNetworks: nics.map(({ tfoVMNetworkId }) => tfoVMNetworkId),
    testAddresses: nics.flatMap(({ ipConfigs = [] }) =>
      ipConfigs.map(({ tfoStaticIPAddress }) => tfoStaticIPAddress),
    ),
  };
}

/** Ids and addresses without empty ones and without repeats, whatever their case. */
function distinct(values: readonly (string | null | undefined)[]): readonly string[] {
  const byKey = new Map<string, string>();
  for (const value of values)
    if (value) byKey.set(value.toLowerCase(), byKey.get(value.toLowerCase()) ?? value);
  return [...byKey.values()];
}
