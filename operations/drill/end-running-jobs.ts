import type { Job } from "@azure/arm-recoveryservices-siterecovery";
import type { AzureSession } from "./azure-session";
import type { CleanupOptions } from "./clean-up-options";
import { followJob } from "./follow-job";
import { hasEnded } from "./job-progress";
import type { TargetAddress } from "./target";
import { currentJob } from "./target-operation";

/** Waits for a clean-up that somebody else began, a drill that was killed, for example. */
export async function waitForCleanup(
  azure: AzureSession,
  address: TargetAddress,
  { clock, pollSeconds, onProgress }: CleanupOptions,
  deadline: number,
): Promise<void> {
  const jobId = await currentJob(azure, address, "TestFailoverCleanup");
  if (jobId === undefined) return;
  let isSaid = false;
  const onJob = (job: Job): void => {
    if (!isSaid && !hasEnded(job)) onProgress("A clean-up is already under way: waiting for it to end.");
    isSaid = true;
  };
  await followJob(azure, address.vault, jobId, { clock, pollSeconds, deadline, onJob });
}

/** Waits for a test failover that is under way, or cancels it; a line where it did not end. */
export async function endRunningJob(
  azure: AzureSession,
  address: TargetAddress,
  options: CleanupOptions,
  deadline: number,
): Promise<string | undefined> {
  const jobId = await currentJob(azure, address, "TestFailover");
  if (jobId === undefined) return undefined;
  const { vault } = address;
  const { clock, pollSeconds, onProgress } = options;
  const name = jobId.split("/").at(-1) ?? jobId;
  const jobs = async () =>
    azure.find((connection) =>
      connection
        .siteRecovery(vault.subscriptionId)
        .replicationJobs.get(vault.vaultName, vault.resourceGroupName, name),
    );
  const job = await jobs();
  if (job === undefined || hasEnded(job)) return undefined;
  if (options.cancelRunning !== true) {
    onProgress("A test failover is still under way: waiting for it to end.");
    const followed = await followJob(azure, vault, jobId, { clock, pollSeconds, deadline });
    if (followed.end === "ended") return undefined;
  }
  onProgress("Cancelling the job of the test failover.");
  const cancelled = await azure.attempt((connection) =>
    connection
      .siteRecovery(vault.subscriptionId)
      .replicationJobs.beginCancel(vault.vaultName, vault.resourceGroupName, name),
  );
  if ("failure" in cancelled) onProgress(`It cannot be cancelled: ${cancelled.failure.message}`);
  // Azure may take a while to stop; a job that cannot be cancelled may still end by itself.
  const until = Math.max(deadline, clock.now() + pollSeconds * 1000);
  const followed = await followJob(azure, vault, jobId, { clock, pollSeconds, deadline: until });
  return followed.end === "ended" ? undefined : `the job ${name} of the test failover is still under way`;
}
