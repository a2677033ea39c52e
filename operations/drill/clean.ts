import { vaultIdText, vaultOf, type VaultId } from "../../azure/site-recovery-id";
import { AzureSession } from "./azure-session";
import { cleanUp, type CleanupResult } from "./clean-up";
import type { DrillEnvironment } from "./drill-environment";
import { DrillInputError } from "./drill-input-error";
import { drillDefaults } from "./drill-request";
import { isRunning, type Journal } from "./journal";
import { isTidy, protectedMachineOf } from "./protected-machine";
import { readTarget } from "./read-target";
import {
  cleanCommand,
  isSameId,
  machineAddress,
  planAddress,
  targetAddress,
  type TargetAddress,
} from "./target";

/** What `asr drill --clean` is to tidy: a plan, machines, all of a vault, or what the journal remembers. */
export interface CleanRequest {
  readonly planId?: string;
  /** ARM ids of protected items. */
  readonly machineIds?: readonly string[];
  readonly vaultId?: string;
  readonly notes?: string;
  readonly timeoutMinutes?: number;
  readonly pollSeconds?: number;
}

export interface CleanedTarget {
  readonly address: TargetAddress;
  readonly result: CleanupResult;
}

/**
 * Tidies up what a drill left that was killed or kept. The vault's own state decides, so it works from any machine; the
 * journal only says what to look at when nothing is named.
 *
 * @throws DrillInputError when an id is none or names nothing, or a drill that is to be tidied still runs.
 * @throws AzureError when the plans or machines of the vault cannot be read.
 */
export async function clean(
  request: CleanRequest,
  environment: DrillEnvironment,
  journal?: Journal,
): Promise<readonly CleanedTarget[]> {
  const azure = new AzureSession(environment.connection);
  const { planId, machineIds = [], vaultId } = request;
  const cleaned: CleanedTarget[] = [];
  const cleanAll = async (addresses: readonly TargetAddress[], areRemembered = false): Promise<void> => {
    demandIdle(addresses, journal);
    for (const address of addresses) {
      environment.onProgress(`${address.name}:`);
      const gone = await absenceOf(azure, address);
      if (gone !== undefined) {
        if (!areRemembered) throw gone;
        // It was deleted since: only its machines can still have something, which the vault as a whole shows.
        environment.onProgress(`${gone.message} Look at its machines with: ${cleanVaultCommand(address)}`);
        journal?.remove(address.id);
        continue;
      }
      const result = await cleanUp(azure, address, {
        clock: environment.clock,
        onProgress: environment.onProgress,
        pollSeconds: request.pollSeconds ?? drillDefaults.pollSeconds,
        timeoutMinutes: request.timeoutMinutes ?? drillDefaults.timeoutMinutes,
        notes: request.notes ?? "Cleaned up by asr drill --clean.",
        cancelRunning: true,
      });
      if (result.status !== "incomplete") journal?.remove(address.id);
      cleaned.push({ address, result });
    }
  };
  if (planId !== undefined) await cleanAll([planAddress(planId)]);
  else if (machineIds.length > 0) await cleanAll(machineIds.map(machineAddress));
  else if (vaultId === undefined) {
    await cleanAll(
      (journal?.entries() ?? []).map(({ targetId }) => targetAddress(targetId)),
      true,
    );
  } else {
    const vault = vaultOf(vaultId);
    if (vault === undefined) throw new DrillInputError(`"${vaultId}" is no id of a Recovery Services vault.`);
    await cleanAll(await plansOf(azure, vault));
    // What plans have left untidy has been told already; machines in no plan are left.
    const told = cleaned.flatMap(({ result }) => result.left);
    const untidy = await untidyMachines(azure, vault);
    await cleanAll(
      untidy
        .filter(({ name }) => !told.some((line) => line.startsWith(`${name}: `)))
        .map(({ address }) => address),
    );
  }
  return cleaned;
}

/** That there is no such plan or machine; whatever else keeps it from being read, the clean-up tells. */
async function absenceOf(azure: AzureSession, address: TargetAddress): Promise<DrillInputError | undefined> {
  try {
    await readTarget(azure, address);
    return undefined;
  } catch (error) {
    return error instanceof DrillInputError ? error : undefined;
  }
}

function cleanVaultCommand({ vaultId }: TargetAddress): string {
  return `npx --no-install asr drill --clean --vault ${vaultId}`;
}

/** @throws DrillInputError where a drill that is to be tidied still runs. */
function demandIdle(addresses: readonly TargetAddress[], journal: Journal | undefined): void {
  const busy = journal
    ?.entries()
    .find((entry) => addresses.some(({ id }) => isSameId(id, entry.targetId)) && isRunning(entry));
  if (busy === undefined) return;
  throw new DrillInputError(
    `A drill of ${busy.targetId} is running here as process ${busy.processId}: stop it with Ctrl+C, it cleans up itself. ` +
      `Once it is gone: ${cleanCommand([targetAddress(busy.targetId)])}`,
  );
}

async function plansOf(azure: AzureSession, vault: VaultId): Promise<readonly TargetAddress[]> {
  return azure.call(async (connection) => {
    const addresses: TargetAddress[] = [];
    const plans = connection
      .siteRecovery(vault.subscriptionId)
      .replicationRecoveryPlans.list(vault.vaultName, vault.resourceGroupName);
    for await (const { name } of plans) {
      if (name !== undefined) {
        addresses.push(planAddress(`${vaultIdText(vault)}/replicationRecoveryPlans/${name}`));
      }
    }
    return addresses;
  });
}

/** Machines that a test failover has left something of. */
async function untidyMachines(azure: AzureSession, vault: VaultId) {
  return azure.call(async (connection) => {
    const found: { readonly name: string; readonly address: TargetAddress }[] = [];
    const items = connection
      .siteRecovery(vault.subscriptionId)
      .replicationProtectedItems.list(vault.vaultName, vault.resourceGroupName);
    for await (const item of items) {
      const machine = protectedMachineOf(item, "");
      if (!isTidy(machine)) found.push({ name: machine.name, address: machineAddress(machine.itemId) });
    }
    return found;
  });
}
