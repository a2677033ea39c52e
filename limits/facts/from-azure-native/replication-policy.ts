import type { ReplicationPolicy } from "../azure";
import { known } from "../known";
import { InputReader, type SeenFacts } from "./input-reader";

const minutesPerHour = 60;

/** Where a policy has its name, and what its provider takes of it. */
export interface PolicyPlaces {
  readonly name: readonly string[];
  readonly specific: readonly string[];
}

/** Facts of an `azure-native:recoveryservices:ReplicationPolicy`. */
export function replicationPolicyFromAzureNative(inputs: unknown): SeenFacts<ReplicationPolicy> {
  return replicationPolicyAt(inputs, {
    name: ["policyName"],
    specific: ["properties", "providerSpecificInput"],
  });
}

/**
 * Facts of a replication policy. The providers name one thing differently: Hyper-V counts its history and snapshots
 * in hours and its interval in seconds, the others in minutes.
 */
export function replicationPolicyAt(
  inputs: unknown,
  { name, specific }: PolicyPlaces,
): SeenFacts<ReplicationPolicy> {
  const read = new InputReader(inputs);
  /** The first of these inputs that holds a number; null where the caller left all of them to the service. */
  const first = (fact: string, names: Readonly<Record<string, number>>): number | null | undefined => {
    let someWritten = read.isOpen("instanceType");
    for (const [input, factor] of Object.entries(names)) {
      const value = read.number(fact, [...specific, input]);
      if (value !== undefined) return value * factor;
      someWritten ||= read.value(fact, [...specific, input]) !== undefined;
    }
    return someWritten || read.isOpen(fact) ? undefined : null;
  };
  const multiVm =
    read.string("multiVmSync", [...specific, "multiVmSyncStatus"]) ??
    read.string("multiVmSync", [...specific, "enableMultiVmSync"]);
  return read.seen(
    known<ReplicationPolicy>({
      name: read.string("name", name),
      instanceType: read.string("instanceType", [...specific, "instanceType"]),
      recoveryPointRetentionInMinutes: first("recoveryPointRetentionInMinutes", {
        recoveryPointHistory: 1,
        recoveryPointHistoryInMinutes: 1,
        recoveryPointHistoryDuration: minutesPerHour,
        // As the service shows it.
        recoveryPointHistoryDurationInHours: minutesPerHour,
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
