import { azureSettings } from "../../azure/azure-settings";
import { connect } from "../../azure/connection";
import { vaultOf, type VaultId } from "../../azure/site-recovery-id";
import { readWaivers } from "../../estate/waivers";
import { verdicts } from "../../limits/verdict";
import { checkVault } from "../../operations/check/check-vault";
import type { VaultCheck } from "../../operations/check/vault-check";
import { renderCheckChunks } from "../../reports/check/render";
import { terminalOf } from "../../reports/terminal";
import type { CheckFlags } from "../commands/check";
import { exitCodes, type ExitCode } from "../exit-codes";
import { UsageError } from "../faults";
import type { FailOn } from "../options/fail-on";
import { thresholdsOf } from "../options/threshold-options";
import { packageVersion } from "../package-version";
import { Ticker } from "../ticker";
import { writeOutput } from "../write-output";
import { driftSources } from "./drift-sources";
import { rolesText } from "./roles";
import { watch } from "./watch";

/** `asr check`: reads, judges, reports; answers the exit code. */
export async function runCheck(flags: CheckFlags): Promise<ExitCode> {
  if (flags.roles === true) {
    await writeOutput([rolesText(flags.stack.length > 0)]);
    return exitCodes.fine;
  }
  const vaultId = vaultIdOf(flags.vault);
  const drift = await driftSources(flags.against, flags.stack);
  const waivers = flags.waivers === undefined ? [] : await readWaivers(flags.waivers);
  const connection = await connect(
    azureSettings({}, process.env),
    `pulumi-azure-siterecovery/${packageVersion()}`,
  );
  const check = (onStep: (text: string) => void, abortSignal?: AbortSignal): Promise<VaultCheck> =>
    checkVault(connection, vaultId, {
      edition: flags.edition,
      thresholds: thresholdsOf(flags),
      waivers,
      onStep,
      ...(drift === undefined ? {} : { drift }),
      ...(flags.asOf === undefined ? {} : { asOf: flags.asOf }),
      ...(flags.eligibility === undefined ? {} : { eligibility: flags.eligibility }),
      ...(flags.parallel === undefined ? {} : { parallel: flags.parallel }),
      ...(flags.requestTimeout === undefined ? {} : { requestTimeoutInSeconds: flags.requestTimeout }),
      ...(abortSignal === undefined ? {} : { abortSignal }),
    });
  if (flags.watch !== undefined) return watch(check, flags, exitCodeOf);
  const ticker = new Ticker();
  const result = await check((text) => {
    ticker.tick(text);
  });
  ticker.end();
  if (vaultIsGone(result)) throw new UsageError(goneText(flags.vault ?? ""));
  const exitCode = exitCodeOf(result, flags.failOn);
  // A reader that closes the pipe early ends the process while it writes: the verdict counts all the same.
  process.exitCode = exitCode;
  await writeOutput(
    renderCheckChunks(result, flags.format, { terminal: terminalOf(process.stdout) }),
    flags.output,
  );
  return exitCode;
}

/** Whether the vault has the verdict of the gate or a worse one. */
export function exitCodeOf({ verdict }: VaultCheck, failOn: FailOn): ExitCode {
  return verdicts.indexOf(verdict) >= verdicts.indexOf(failOn) ? exitCodes.findings : exitCodes.fine;
}

function vaultIdOf(given: string | undefined): VaultId {
  if (given === undefined) {
    throw new UsageError("check needs a vault: asr check --vault ID, its ARM id (az backup vault list).");
  }
  const id = vaultOf(given);
  if (id !== undefined) return id;
  throw new UsageError(
    `--vault ${given} is no vault's id: use /subscriptions/…/resourceGroups/…/providers/Microsoft.RecoveryServices/vaults/….`,
  );
}

/** Only an answer says that it is gone; a vault that could not be read is unknown. */
function vaultIsGone({ vault, unread, machines }: VaultCheck): boolean {
  return vault.location === null && machines.length === 0 && !unread.some(({ part }) => part === "vault");
}

function goneText(id: string): string {
  return `${id} is not there: look at the id, and at the tenant and cloud that you are signed in to.`;
}
