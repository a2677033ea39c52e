import type {
  A2AReplicationDetails,
  InMageRcmNicDetails,
  ReplicationProtectedItem,
  VMNicDetails,
} from "@azure/arm-recoveryservices-siterecovery";
import { providerFacts } from "../vault/item/provider-facts";

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
}

/** @param group the recovery plan's group that the item is in; empty without a plan. */
export function protectedMachineOf(item: ReplicationProtectedItem, group: string): ProtectedMachine {
  const properties = item.properties ?? {};
  const details = properties.providerSpecificDetails;
  const facts = providerFacts(details);
  const nics = facts.nics ?? [];
  // Only Azure machines tell what tests are called and where they ended up.
  const { tfoAzureVMName, testFailoverRecoveryFabricObjectId } = (details ??
    {}) as Partial<A2AReplicationDetails>;
  return {
    itemId: item.id ?? "",
    name: properties.friendlyName ?? item.name ?? "",
    group,
    provider: details?.instanceType ?? "",
    protectionState: properties.protectionState ?? "",
    testFailoverState: properties.testFailoverState ?? "",
    allowedOperations: properties.allowedOperations ?? [],
    replicationHealth: properties.replicationHealth ?? "",
    failoverHealth: properties.failoverHealth ?? "",
    healthErrors: (properties.healthErrors ?? []).map(({ errorCode, summaryMessage, errorMessage }) =>
      `${errorCode ?? ""} ${summaryMessage ?? errorMessage ?? ""}`.trim(),
    ),
    sourceMachineId: facts.sourceVmId,
    recoveryNetworkIds: distinct([facts.targetNetworkId, ...nics.map(({ networkId }) => networkId)]),
    testNetworkIds: distinct([facts.testNetworkId, ...nics.map(({ testNetworkId }) => testNetworkId)]),
    testAddresses: testAddressesOf(details as WithNics | undefined),
    nicCount: nics.length,
    targetGroupId: facts.targetResourceGroupId,
    targetSize: facts.targetSize,
    targetRegion: facts.targetRegion,
    testMachineName:
      tfoAzureVMName || (facts.targetName === undefined ? undefined : `${facts.targetName}-test`),
    testMachineId: testFailoverRecoveryFabricObjectId || undefined,
    recoveryPointId: properties.failoverRecoveryPointId || undefined,
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

interface WithNics {
  readonly vmNics?: readonly Partial<VMNicDetails & InMageRcmNicDetails>[];
}

/** The static addresses of tests, of all configurations of all adapters. */
function testAddressesOf(details: WithNics | undefined): readonly string[] {
  return distinct(
    (details?.vmNics ?? []).flatMap(({ testIPAddress, ipConfigs = [] }) => [
      testIPAddress,
      ...ipConfigs.map(({ tfoStaticIPAddress }) => tfoStaticIPAddress),
    ]),
  );
}

/** Ids and addresses without empty ones and without repeats, whatever their case. */
function distinct(values: readonly (string | null | undefined)[]): readonly string[] {
  const byKey = new Map<string, string>();
  for (const value of values)
    if (value) byKey.set(value.toLowerCase(), byKey.get(value.toLowerCase()) ?? value);
  return [...byKey.values()];
}
