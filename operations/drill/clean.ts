import { vaultIdText, vaultOf } from "../../azure/site-recovery-id";
import { AzureSession } from "./azure-session";
import { cleanUp, type CleanupResult } from "./clean-up";
import type { DrillEnvironment } from "./drill-environment";
import { DrillInputError } from "./drill-input-error";
import { planAddress } from "./drill-plan";
import { drillDefaults } from "./drill-request";
import { isRunning, type Journal } from "./journal";

/** What `asr drill --clean` is to tidy: a plan, all plans of a vault, or what the journal remembers. */
export interface CleanRequest {
  readonly planId?: string;
  readonly vaultId?: string;
  readonly notes?: string;
  readonly timeoutMinutes?: number;
  readonly pollSeconds?: number;
}

export interface CleanedPlan {
  readonly planId: string;
  readonly result: CleanupResult;
}

/**
 * Tidies up what a drill left that was killed or kept. The vault's own state decides, so it works from any machine; the
 * journal only says which plans to look at when none is named.
 *
 * @throws DrillInputError when an id is none, or a drill that is to be tidied still runs.
 * @throws AzureError when the plans of the vault cannot be read.
 */
export async function clean(
  request: CleanRequest,
  environment: DrillEnvironment,
  journal?: Journal,
): Promise<readonly CleanedPlan[]> {
  const azure = new AzureSession(environment.connection);
  const planIds = await plansToClean(azure, request, journal);
  const busy = journal
    ?.entries()
    .find((entry) => planIds.some((id) => isSame(id, entry.planId)) && isRunning(entry));
  if (busy !== undefined) {
    throw new DrillInputError(
      `A drill of ${busy.planId} is running here as process ${busy.processId}: stop it with Ctrl+C, it cleans up itself.`,
    );
  }
  const cleaned: CleanedPlan[] = [];
  for (const planId of planIds) {
    const address = planAddress(planId);
    environment.onProgress(`${address.name}:`);
    const result = await cleanUp(azure, address, {
      clock: environment.clock,
      onProgress: environment.onProgress,
      pollSeconds: request.pollSeconds ?? drillDefaults.pollSeconds,
      timeoutMinutes: request.timeoutMinutes ?? drillDefaults.timeoutMinutes,
      notes: request.notes ?? "Cleaned up by asr drill --clean.",
      cancelRunning: true,
    });
    if (result.status !== "incomplete") journal?.remove(planId);
    cleaned.push({ planId, result });
  }
  return cleaned;
}

async function plansToClean(
  azure: AzureSession,
  { planId, vaultId }: CleanRequest,
  journal: Journal | undefined,
): Promise<readonly string[]> {
  if (planId !== undefined) return [planAddress(planId).id];
  if (vaultId === undefined) return (journal?.entries() ?? []).map((entry) => entry.planId);
  const vault = vaultOf(vaultId);
  if (vault === undefined) throw new DrillInputError(`"${vaultId}" is no id of a Recovery Services vault.`);
  return azure.call(async (connection) => {
    const ids: string[] = [];
    const plans = connection
      .siteRecovery(vault.subscriptionId)
      .replicationRecoveryPlans.list(vault.vaultName, vault.resourceGroupName);
    for await (const { name } of plans) {
      if (name !== undefined) ids.push(`${vaultIdText(vault)}/replicationRecoveryPlans/${name}`);
    }
    return ids;
  });
}

function isSame(left: string, right: string): boolean {
  return left.toLowerCase() === right.toLowerCase();
}
