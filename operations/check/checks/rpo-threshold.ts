import { machineSubject, type CheckedVault } from "../checked-vault";
import { durationText, minutesBetween } from "../durations";
import { defineCheck, notKnown, observed } from "../live-check";
import { replicationPolicy } from "../sources";
import type { ReplicatedMachine } from "../../vault/item/replicated-machine";

const secondsPerMinute = 60;

export const check = defineCheck({
  name: "rpo-threshold",
  ref: "ASR-L04",
  title: "The newest recovery point is younger than the policy's threshold",
  rationale: "What was written after the newest recovery point is lost in a failover.",
  remedy: "Look for churn above the limits, a throttled cache account or a line that is too slow.",
  source: replicationPolicy("Create a policy, RPO threshold"),
  needs: ["protectedItems", "policies"],
  *examine(vault) {
    for (const machine of vault.machines) {
      // Without replication there is no RPO; the state is a finding already.
      if (machine.activeLocation === "Recovery" || !isReplicating(machine)) continue;
      const subject = machineSubject(machine);
      const rpo = currentRpo(machine, vault.now);
      if (rpo === undefined) {
        yield notKnown(subject, "rpoInSeconds");
        continue;
      }
      const { minutes: threshold, from } = thresholdOf(machine, vault);
      if (rpo <= threshold) continue;
      yield observed({
        severity: "error",
        subject,
        observed: durationText(rpo),
        expected: `at most ${threshold} minutes (${from})`,
        message: `The newest recovery point is ${durationText(rpo)} old; ${from} allows ${threshold} minutes.`,
      });
    }
  },
});

/** Minutes: the service's figure, and the time since it was calculated, for nothing is newer than it says. */
export function currentRpo(machine: ReplicatedMachine, now: Date): number | undefined {
  const { rpoInSeconds, rpoCalculatedAt } = machine;
  if (rpoInSeconds === undefined) return undefined;
  const since = rpoCalculatedAt === undefined ? 0 : Math.max(0, minutesBetween(rpoCalculatedAt, now));
  // The service calculates every few minutes: only what is clearly stale counts as age.
  return rpoInSeconds / secondsPerMinute + (since > staleAfterMinutes ? since : 0);
}

const staleAfterMinutes = 30;

function thresholdOf(
  machine: ReplicatedMachine,
  { policyById, thresholds }: CheckedVault,
): { readonly minutes: number; readonly from: string } {
  const policy = policyById.get(machine.policyId?.toLowerCase() ?? "");
  const details = policy?.properties?.providerSpecificDetails as
    { readonly recoveryPointThresholdInMinutes?: number } | undefined;
  const minutes = details?.recoveryPointThresholdInMinutes;
  return minutes !== undefined && minutes > 0
    ? { minutes, from: `policy ${policy?.properties?.friendlyName ?? policy?.name ?? ""}` }
    : { minutes: thresholds.rpoInMinutes, from: "--rpo-minutes" };
}

function isReplicating({ protectionState }: ReplicatedMachine): boolean {
  return protectionState === undefined || /^protected$/i.test(protectionState);
}
