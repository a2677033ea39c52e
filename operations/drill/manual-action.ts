import type { Job } from "@azure/arm-recoveryservices-siterecovery";
import type { VaultId } from "../../azure/site-recovery-id";
import type { AzureSession } from "./azure-session";
import { manualStep, waitsForPerson } from "./job-progress";

/** Resumes a job that waits at a manual action, once an action. @param completed keys of those that were resumed. */
export async function completeManualAction(
  azure: AzureSession,
  vault: VaultId,
  job: Job,
  completed: Set<string>,
  onProgress: (line: string) => void,
): Promise<void> {
  const step = manualStep(job);
  if (step === undefined || !waitsForPerson(job) || completed.has(step.key)) return;
  onProgress(`Completing the manual action ${step.name}.`);
  const resumed = await azure.attempt((connection) =>
    connection
      .siteRecovery(vault.subscriptionId)
      .replicationJobs.beginResume(vault.vaultName, vault.resourceGroupName, job.name ?? "", {
        properties: { comments: "Completed by a drill." },
      }),
  );
  if ("value" in resumed) completed.add(step.key);
  else onProgress(`It cannot be completed: ${resumed.failure.message}`);
}
