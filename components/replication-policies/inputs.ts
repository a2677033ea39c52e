import type * as recoveryservices from "@pulumi/azure-native/recoveryservices";
import type * as pulumi from "@pulumi/pulumi";
import type { PolicyInstanceType } from "../enumerations";
import { mapped } from "../inputs/pending";
import type { ReplicationPolicyLevelArgs } from "./replication-policies";

type Setting = Exclude<keyof ReplicationPolicyLevelArgs, "policyId" | "policyName" | "instanceType">;

/** The settings that a kind of policy knows, with their defaults. */
export const settingsOf: Readonly<
  Record<PolicyInstanceType, Partial<Readonly<Record<Setting, number | boolean>>>>
> = {
  InMageRcm: {
    recoveryPointRetentionInMinutes: 1440,
    appConsistentFrequencyInMinutes: 0,
    crashConsistentFrequencyInMinutes: 5,
    multiVmSync: true,
  },
  InMageRcmFailback: { appConsistentFrequencyInMinutes: 60, crashConsistentFrequencyInMinutes: 5 },
  InMageAzureV2: {
    recoveryPointRetentionInMinutes: 1440,
    appConsistentFrequencyInMinutes: 60,
    crashConsistentFrequencyInMinutes: 5,
    rpoThresholdInMinutes: 15,
    multiVmSync: true,
  },
  HyperVReplicaAzure: {
    recoveryPointRetentionInMinutes: 120,
    appConsistentFrequencyInMinutes: 60,
    replicationIntervalInSeconds: 300,
  },
  HyperVReplica2012R2: {
    recoveryPointRetentionInMinutes: 120,
    appConsistentFrequencyInMinutes: 60,
    replicationIntervalInSeconds: 300,
  },
  A2A: {
    recoveryPointRetentionInMinutes: 1440,
    appConsistentFrequencyInMinutes: 240,
    crashConsistentFrequencyInMinutes: 5,
    multiVmSync: true,
  },
};

export const minutesPerHour = 60;

type ProviderInput = NonNullable<
  Extract<
    NonNullable<recoveryservices.ReplicationPolicyArgs["properties"]>,
    { providerSpecificInput?: unknown }
  >
>["providerSpecificInput"];

/** The provider-specific part of a policy's inputs: each kind names the same settings differently. */
export function policyInputs(
  instanceType: PolicyInstanceType,
  level: ReplicationPolicyLevelArgs,
): ProviderInput {
  const number = (setting: Setting): pulumi.Input<number> =>
    (level[setting] ?? settingsOf[instanceType][setting] ?? 0) as pulumi.Input<number>;
  const hours = (setting: Setting): pulumi.Input<number> =>
    mapped(number(setting), (minutes) => minutes / minutesPerHour);
  const multiVmSync = (level.multiVmSync ??
    settingsOf[instanceType].multiVmSync ??
    false) as pulumi.Input<boolean>;
  const frequencies = () => ({
    appConsistentFrequencyInMinutes: number("appConsistentFrequencyInMinutes"),
    crashConsistentFrequencyInMinutes: number("crashConsistentFrequencyInMinutes"),
  });
  switch (instanceType) {
    case "InMageRcm":
      return {
        instanceType,
        recoveryPointHistoryInMinutes: number("recoveryPointRetentionInMinutes"),
        ...frequencies(),
        enableMultiVmSync: mapped(multiVmSync, String),
      };
    case "InMageRcmFailback":
      return { instanceType, ...frequencies() };
    case "InMageAzureV2":
      return {
        instanceType,
        recoveryPointHistory: number("recoveryPointRetentionInMinutes"),
        recoveryPointThresholdInMinutes: number("rpoThresholdInMinutes"),
        ...frequencies(),
        multiVmSyncStatus: mapped(multiVmSync, enableOrDisable),
      };
    case "A2A":
      return {
        instanceType,
        recoveryPointHistory: number("recoveryPointRetentionInMinutes"),
        ...frequencies(),
        multiVmSyncStatus: mapped(multiVmSync, enableOrDisable),
      };
    case "HyperVReplicaAzure":
      return {
        instanceType,
        recoveryPointHistoryDuration: hours("recoveryPointRetentionInMinutes"),
        applicationConsistentSnapshotFrequencyInHours: hours("appConsistentFrequencyInMinutes"),
        replicationInterval: number("replicationIntervalInSeconds"),
      };
    case "HyperVReplica2012R2":
      return {
        instanceType,
        // Hyper-V Replica keeps one recovery point an hour.
        recoveryPoints: hours("recoveryPointRetentionInMinutes"),
        applicationConsistentSnapshotFrequencyInHours: hours("appConsistentFrequencyInMinutes"),
        replicationFrequencyInSeconds: number("replicationIntervalInSeconds"),
        ...hyperVReplica,
      };
  }
}

/**
 * How hosts of the two clouds find each other: Kerberos over its port, the first copy over the network.
 *
 * @see https://learn.microsoft.com/azure/site-recovery/hyper-v-vmm-disaster-recovery
 */
const hyperVReplica = {
  allowedAuthenticationType: 1,
  replicationPort: 8083,
  compression: "Enabled",
  initialReplicationMethod: "OverNetwork",
  replicaDeletion: "NotRequired",
} as const;

function enableOrDisable(on: boolean): "Enable" | "Disable" {
  return on ? "Enable" : "Disable";
}
