import type { ReplicationPolicy } from "../azure";
import { known } from "../known";
import { InputReader, type SeenFacts } from "./input-reader";

const minutesPerHour = 60;

/**
 * Facts of an `azure-native:recoveryservices:ReplicationPolicy`. The providers name one thing differently:
 * Hyper-V counts its history and snapshots in hours and its interval in seconds, the others in minutes.
 */
export function replicationPolicyFromAzureNative(inputs: unknown): SeenFacts<ReplicationPolicy> {
  const read = new InputReader(inputs);
  const specific = ["properties", "providerSpecificInput"];
  /** The first of these inputs that holds a number; null where the caller left all of them to the service. */
  const first = (fact: string, names: Readonly<Record<string, number>>): number | null | undefined => {
    let someWritten = read.isOpen("instanceType");
    for (const [name, factor] of Object.entries(names)) {
      const value = read.number(fact, [...specific, name]);
      if (value !== undefined) return value * factor;
      someWritten ||= read.value(fact, [...specific, name]) !== undefined;
    }
    return someWritten || read.isOpen(fact) ? undefined : null;
  };
  const multiVm =
    read.string("multiVmSync", [...specific, "multiVmSyncStatus"]) ??
    read.string("multiVmSync", [...specific, "enableMultiVmSync"]);
  return read.seen(
    known<ReplicationPolicy>({
      name: read.string("name", ["policyName"]),
      instanceType: read.string("instanceType", [...specific, "instanceType"]),
      recoveryPointRetentionInMinutes: first("recoveryPointRetentionInMinutes", {
        recoveryPointHistory: 1,
        recoveryPointHistoryInMinutes: 1,
        recoveryPointHistoryDuration: minutesPerHour,
      }),
      appConsistentFrequencyInMinutes: first("appConsistentFrequencyInMinutes", {
        appConsistentFrequencyInMinutes: 1,
        applicationConsistentSnapshotFrequencyInHours: minutesPerHour,
      }),
      crashConsistentFrequencyInMinutes: first("crashConsistentFrequencyInMinutes", {
        crashConsistentFrequencyInMinutes: 1,
      }),
      replicationIntervalInSeconds: first("replicationIntervalInSeconds", {
        replicationInterval: 1,
        replicationFrequencyInSeconds: 1,
      }),
      rpoThresholdInMinutes: first("rpoThresholdInMinutes", { recoveryPointThresholdInMinutes: 1 }),
      multiVmSync: multiVm === undefined ? undefined : /^(enable|true)/i.test(multiVm),
    }),
  );
}
