import type {
  RecoveryPlanProviderSpecificFailoverInputUnion,
  TestFailoverProviderSpecificInputUnion,
} from "@azure/arm-recoveryservices-siterecovery";
import type { AzureSession } from "./azure-session";
import type { DrillTarget } from "./read-target";
import { itemAddress, type TargetAddress } from "./target";
import { startOperation, type Started } from "./target-operation";

/**
 * Starts the test failover of a plan or a machine: latest processed recovery points, the least that has to be done before
 * machines start.
 *
 * @throws AzureError when nothing is known of what was started.
 */
export async function startTestFailover(
  azure: AzureSession,
  target: DrillTarget,
  networkId: string,
): Promise<Started> {
  const request = target.address.kind === "plan" ? testPlan : testMachine;
  return startOperation(azure, target.address, "TestFailover", () => request(azure, target, networkId));
}

/** Starts the clean-up of a test failover. @throws AzureError as {@link startTestFailover}. */
export async function startCleanup(
  azure: AzureSession,
  address: TargetAddress,
  comments: string,
): Promise<Started> {
  const { vault, name, kind, id } = address;
  return startOperation(azure, address, "TestFailoverCleanup", () =>
    kind === "machine"
      ? cleanUpMachine(azure, id, comments)
      : azure.call((connection) =>
          connection
            .siteRecovery(vault.subscriptionId)
            .replicationRecoveryPlans.beginTestFailoverCleanup(
              vault.vaultName,
              vault.resourceGroupName,
              name,
              { properties: { comments } },
            ),
        ),
  );
}

/** Asks for the clean-up of one machine. @throws AzureError. */
export async function cleanUpMachine(
  azure: AzureSession,
  itemId: string,
  comments: string,
): Promise<unknown> {
  const { vault, fabric, container, item } = itemAddress(itemId);
  return azure.call((connection) =>
    connection
      .siteRecovery(vault.subscriptionId)
      .replicationProtectedItems.beginTestFailoverCleanup(
        vault.vaultName,
        vault.resourceGroupName,
        fabric,
        container,
        item,
        { properties: { comments } },
      ),
  );
}

function testPlan(azure: AzureSession, { address, machines }: DrillTarget, networkId: string) {
  const { vault, name } = address;
  const providers = [...new Set(machines.map(({ provider }) => provider))];
  return azure.call((connection) =>
    connection
      .siteRecovery(vault.subscriptionId)
      .replicationRecoveryPlans.beginTestFailover(vault.vaultName, vault.resourceGroupName, name, {
        properties: {
          failoverDirection: "PrimaryToRecovery",
          networkType: "VmNetworkAsInput",
          networkId,
          providerSpecificDetails: providers.flatMap(latestProcessed),
        },
      }),
  );
}

async function testMachine(azure: AzureSession, { address, machines }: DrillTarget, networkId: string) {
  const { vault, fabric, container, item } = itemAddress(address.id);
  const provider = machines[0]?.provider ?? "";
  // A machine by itself takes a point by its id; without one, the service first processes all that has arrived.
  const recoveryPointId = await newestPoint(azure, address.id);
  return azure.call((connection) =>
    connection
      .siteRecovery(vault.subscriptionId)
      .replicationProtectedItems.beginTestFailover(
        vault.vaultName,
        vault.resourceGroupName,
        fabric,
        container,
        item,
        {
          properties: {
            failoverDirection: "PrimaryToRecovery",
            networkType: "VmNetworkAsInput",
            networkId,
            providerSpecificDetails: pointInput(provider, recoveryPointId, networkId),
          },
        },
      ),
  );
}

/** The newest recovery point of a machine; undefined where it has none. @throws AzureError. */
async function newestPoint(azure: AzureSession, itemId: string): Promise<string | undefined> {
  const { vault, fabric, container, item } = itemAddress(itemId);
  return azure.call(async (connection) => {
    const points = connection
      .siteRecovery(vault.subscriptionId)
      .recoveryPoints.listByReplicationProtectedItems(
        vault.vaultName,
        vault.resourceGroupName,
        fabric,
        container,
        item,
      );
    let newest: { readonly id: string; readonly time: number } | undefined;
    for await (const { id, properties } of points) {
      const time = properties?.recoveryPointTime?.getTime() ?? 0;
      if (id !== undefined && (newest === undefined || time > newest.time)) newest = { id, time };
    }
    return newest?.id;
  });
}

/** The recovery point of a plan's machines, in the words of each way of replicating. */
function latestProcessed(provider: string): RecoveryPlanProviderSpecificFailoverInputUnion[] {
  switch (provider) {
    case "A2A":
      return [{ instanceType: "A2A", recoveryPointType: "LatestProcessed" }];
    case "InMageRcm":
      return [{ instanceType: "InMageRcm", recoveryPointType: "LatestProcessed" }];
    case "HyperVReplicaAzure":
      return [{ instanceType: "HyperVReplicaAzure", recoveryPointType: "LatestProcessed" }];
    case "InMageAzureV2":
      return [{ instanceType: "InMageAzureV2", recoveryPointType: "LatestProcessed" }];
    default:
      return [];
  }
}

/** The same for a machine by itself. */
function pointInput(
  instanceType: string,
  recoveryPointId: string | undefined,
  networkId: string,
): TestFailoverProviderSpecificInputUnion {
  const point = recoveryPointId === undefined ? {} : { recoveryPointId };
  const input =
    instanceType === "InMageRcm" ? { instanceType, networkId, ...point } : { instanceType, ...point };
  return input as TestFailoverProviderSpecificInputUnion;
}
