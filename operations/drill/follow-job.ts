import type { Job } from "@azure/arm-recoveryservices-siterecovery";
import type { AzureError } from "../../azure/azure-error";
import type { VaultId } from "../../azure/site-recovery-id";
import type { AzureSession } from "./azure-session";
import type { DrillClock } from "./drill-environment";
import { hasEnded } from "./job-progress";

/** How far a job was followed. */
export type Followed =
  | { readonly end: "ended"; readonly job: Job }
  | { readonly end: "time-limit" | "stopped"; readonly job: Job | undefined }
  | { readonly end: "lost"; readonly job: Job | undefined; readonly failure: AzureError };

export interface Following {
  readonly clock: DrillClock;
  readonly pollSeconds: number;
  /** Milliseconds since the epoch. */
  readonly deadline: number;
  readonly signal?: AbortSignal | undefined;
  /** Told the job each time it was read. */
  readonly onJob?: (job: Job) => void | Promise<void>;
}

/**
 * Asks for a job again and again until it has ended, its time is over or the signal says stop. A read that fails is no
 * reason to give up a drill that runs: only a refusal that time will not mend is.
 */
export async function followJob(
  azure: AzureSession,
  vault: VaultId,
  jobId: string,
  { clock, pollSeconds, deadline, signal, onJob }: Following,
): Promise<Followed> {
  const name = jobId.split("/").at(-1) ?? jobId;
  let job: Job | undefined;
  for (;;) {
    if (signal?.aborted) return { end: "stopped", job };
    const read = await azure.attempt((connection) =>
      connection
        .siteRecovery(vault.subscriptionId)
        .replicationJobs.get(vault.vaultName, vault.resourceGroupName, name),
    );
    if ("value" in read) {
      job = read.value;
      await onJob?.(job);
      if (hasEnded(job)) return { end: "ended", job };
    } else if (isFinal(read.failure)) {
      return { end: "lost", job, failure: read.failure };
    }
    if (clock.now() >= deadline) return { end: "time-limit", job };
    await clock.wait(pollSeconds * 1000, signal);
  }
}

function isFinal({ details: { statusCode = 0 } }: AzureError): boolean {
  return statusCode >= 400 && statusCode < 500 && statusCode !== 408 && statusCode !== 429;
}
