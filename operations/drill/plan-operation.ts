import type { AzureError } from "../../azure/azure-error";
import type { AzureSession } from "./azure-session";
import type { PlanAddress } from "./drill-plan";

export type PlanOperation = "TestFailover" | "TestFailoverCleanup";

export type Started =
  | { readonly jobId: string }
  /** The service refused, or nothing is known to have begun. */
  | { readonly failure: AzureError };

/**
 * Starts an operation of a recovery plan and finds its job. What the request answers is not relied upon: the answer may
 * be lost, or be the failure of a job that did begin; the plan itself tells what it is doing.
 *
 * @throws AzureError when the plan cannot be read afterwards, so that nothing is known.
 */
export async function startPlanOperation(
  azure: AzureSession,
  address: PlanAddress,
  operation: PlanOperation,
  start: (azure: AzureSession) => Promise<unknown>,
): Promise<Started> {
  const before = await currentJob(azure, address, operation);
  let failure: AzureError | undefined;
  const result = await azure.attempt(() => start(azure));
  if ("failure" in result) failure = result.failure;
  const after = await currentJob(azure, address, operation);
  if (after !== undefined && after !== before) return { jobId: after };
  if (failure !== undefined) return { failure };
  throw new Error(`The ${operation} of ${address.name} was accepted, but the plan names no job of it.`);
}

/** The job of this operation that the plan is at, or had last. */
export async function currentJob(
  azure: AzureSession,
  address: PlanAddress,
  operation: PlanOperation,
): Promise<string | undefined> {
  const { vault } = address;
  const plan = await azure.call((connection) =>
    connection
      .siteRecovery(vault.subscriptionId)
      .replicationRecoveryPlans.get(vault.vaultName, vault.resourceGroupName, address.name),
  );
  const { scenarioName, jobId } = plan.properties?.currentScenario ?? {};
  return scenarioName === operation && jobId ? jobId : undefined;
}
