import type { ReplicationPolicy } from "../azure";
import { InputReader, known, type SeenFacts } from "./input-reader";

const minutesPerHour = 60;

/**
 * Facts of an `azure-native:recoveryservices:ReplicationPolicy`. The providers name one thing differently:
 * Hyper-V counts its history and snapshots in hours and its interval in seconds, the others in minutes.
 */
export function replicationPolicyFromAzureNative(inputs: unknown): SeenFacts<ReplicationPolicy> {
  const read = new InputReader(inputs);
  const specific = ["properties", "providerSpecificInput"];
  const minutes = (fact: string, ...names: readonly string[]): number | undefined => {
    for (const name of names) {
      const value = read.number(fact, [...specific, name]);
      if (value !== undefined) return value;
    }
    return undefined;
  };
  const hours = (fact: string, name: string): number | undefined => {
    const value = read.number(fact, [...specific, name]);
    return value === undefined ? undefined : value * minutesPerHour;
  };
  const multiVm =
    read.string("multiVmSync", [...specific, "multiVmSyncStatus"]) ??
    read.string("multiVmSync", [...specific, "enableMultiVmSync"]);
  return {
    facts: known<ReplicationPolicy>({
      name: read.string("name", ["policyName"]),
      instanceType: read.string("instanceType", [...specific, "instanceType"]),
      recoveryPointRetentionInMinutes:
        minutes("recoveryPointRetentionInMinutes", "recoveryPointHistory", "recoveryPointHistoryInMinutes") ??
        hours("recoveryPointRetentionInMinutes", "recoveryPointHistoryDuration"),
      appConsistentFrequencyInMinutes:
        minutes("appConsistentFrequencyInMinutes", "appConsistentFrequencyInMinutes") ??
        hours("appConsistentFrequencyInMinutes", "applicationConsistentSnapshotFrequencyInHours"),
      crashConsistentFrequencyInMinutes: minutes(
        "crashConsistentFrequencyInMinutes",
        "crashConsistentFrequencyInMinutes",
      ),
      replicationIntervalInSeconds: minutes(
        "replicationIntervalInSeconds",
        "replicationInterval",
        "replicationFrequencyInSeconds",
      ),
      rpoThresholdInMinutes: minutes("rpoThresholdInMinutes", "recoveryPointThresholdInMinutes"),
      multiVmSync: multiVm === undefined ? undefined : /^(enable|true)/i.test(multiVm),
    }),
    unknown: read.unknown,
  };
}
