import type { AzureError } from "../../azure/azure-error";
import type { AzureSession } from "./azure-session";
import { readItem } from "./read-target";
import type { TargetAddress } from "./target";

export type TargetOperation = "TestFailover" | "TestFailoverCleanup";

export type Started =
  | { readonly jobId: string }
  /** The service refused, or nothing is known to have begun. */
  | { readonly failure: AzureError };

/**
 * Starts an operation of a recovery plan or a machine and finds its job. What the request answers is not relied upon: the
 * answer may be lost, or be the failure of a job that did begin; the plan or item itself tells what it is doing.
 *
 * @throws AzureError when it cannot be read afterwards, so that nothing is known.
 */
export async function startOperation(
  azure: AzureSession,
  address: TargetAddress,
  operation: TargetOperation,
  start: () => Promise<unknown>,
): Promise<Started> {
  const before = await currentJob(azure, address, operation);
  let failure: AzureError | undefined;
  const result = await azure.attempt(start);
  if ("failure" in result) failure = result.failure;
  const after = await currentJob(azure, address, operation);
  if (after !== undefined && after !== before) return { jobId: after };
  if (failure !== undefined) return { failure };
  throw new Error(`The ${operation} of ${address.name} was accepted, but no job of it is named.`);
}

/** The job of this operation that the plan or machine is at, or had last. */
export async function currentJob(
  azure: AzureSession,
  address: TargetAddress,
  operation: TargetOperation,
): Promise<string | undefined> {
  const { scenarioName, jobId } = (await currentScenario(azure, address)) ?? {};
  return scenarioName === operation && jobId ? jobId : undefined;
}

async function currentScenario(azure: AzureSession, { kind, id, name, vault }: TargetAddress) {
  if (kind === "machine") return (await readItem(azure, id)).properties?.currentScenario;
  const plan = await azure.call((connection) =>
    connection
      .siteRecovery(vault.subscriptionId)
      .replicationRecoveryPlans.get(vault.vaultName, vault.resourceGroupName, name),
  );
  return plan.properties?.currentScenario;
}
