import type {
  RecoveryPlanProviderSpecificFailoverInputUnion,
  RecoveryPlanTestFailoverInput,
} from "@azure/arm-recoveryservices-siterecovery";
import type { AzureSession } from "./azure-session";
import type { DrillPlan, PlanAddress } from "./drill-plan";
import { startPlanOperation, type Started } from "./plan-operation";

/**
 * Starts the test failover of a plan: latest processed recovery points, the least that has to be done before machines
 * start.
 *
 * @throws AzureError when nothing is known of what was started.
 */
export async function startTestFailover(
  azure: AzureSession,
  { address, machines }: DrillPlan,
  networkId: string,
): Promise<Started> {
  const { vault, name } = address;
  const providers = [...new Set(machines.map(({ provider }) => provider))];
  const input: RecoveryPlanTestFailoverInput = {
    properties: {
      failoverDirection: "PrimaryToRecovery",
      networkType: "VmNetworkAsInput",
      networkId,
      providerSpecificDetails: providers.flatMap(providerInput),
    },
  };
  return startPlanOperation(azure, address, "TestFailover", (session) =>
    session.call((connection) =>
      connection
        .siteRecovery(vault.subscriptionId)
        .replicationRecoveryPlans.beginTestFailover(vault.vaultName, vault.resourceGroupName, name, input),
    ),
  );
}

/** Starts the clean-up of a plan's test failover. @throws AzureError as {@link startTestFailover}. */
export async function startCleanup(
  azure: AzureSession,
  address: PlanAddress,
  comments: string,
): Promise<Started> {
  const { vault, name } = address;
  return startPlanOperation(azure, address, "TestFailoverCleanup", (session) =>
    session.call((connection) =>
      connection
        .siteRecovery(vault.subscriptionId)
        .replicationRecoveryPlans.beginTestFailoverCleanup(vault.vaultName, vault.resourceGroupName, name, {
          properties: { comments },
        }),
    ),
  );
}

/** The recovery point, in the words of each way of replicating. */
function providerInput(provider: string): RecoveryPlanProviderSpecificFailoverInputUnion[] {
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
