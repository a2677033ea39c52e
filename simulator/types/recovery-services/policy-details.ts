import { stringAt, type JsonObject } from "../../json";
import { refused } from "./site-recovery-error";

/** What the service makes of a policy's input: the fields it reads back, in its order, with its defaults. */
const readBack: Readonly<Record<string, (given: JsonObject) => JsonObject>> = {
  A2A: (given) => ({
    recoveryPointThresholdInMinutes: 0,
    recoveryPointHistory: given["recoveryPointHistory"] ?? 0,
    appConsistentFrequencyInMinutes: given["appConsistentFrequencyInMinutes"] ?? 0,
    multiVmSyncStatus: multiVm(given),
    crashConsistentFrequencyInMinutes: given["crashConsistentFrequencyInMinutes"] ?? 5,
  }),
  A2ACrossClusterMigration: () => ({}),
  HyperVReplicaAzure: (given) => ({
    recoveryPointHistoryDurationInHours: given["recoveryPointHistoryDuration"] ?? 0,
    applicationConsistentSnapshotFrequencyInHours:
      given["applicationConsistentSnapshotFrequencyInHours"] ?? 0,
    replicationInterval: given["replicationInterval"] ?? 0,
    ...optional(given, ["onlineReplicationStartTime"]),
    encryption: "Disabled",
    activeStorageAccountId: first(given["storageAccounts"]),
  }),
  HyperVReplica2012: hyperVReplica,
  HyperVReplica2012R2: hyperVReplica,
  InMage: (given) => ({
    recoveryPointThresholdInMinutes: given["recoveryPointThresholdInMinutes"] ?? 0,
    recoveryPointHistory: given["recoveryPointHistory"] ?? 0,
    appConsistentFrequencyInMinutes: given["appConsistentFrequencyInMinutes"] ?? 0,
    multiVmSyncStatus: multiVm(given),
  }),
  InMageAzureV2: (given) => ({
    crashConsistentFrequencyInMinutes: given["crashConsistentFrequencyInMinutes"] ?? 0,
    recoveryPointThresholdInMinutes: given["recoveryPointThresholdInMinutes"] ?? 0,
    recoveryPointHistory: given["recoveryPointHistory"] ?? 0,
    appConsistentFrequencyInMinutes: given["appConsistentFrequencyInMinutes"] ?? 0,
    multiVmSyncStatus: multiVm(given),
  }),
  InMageRcm: (given) => ({
    recoveryPointHistoryInMinutes: given["recoveryPointHistoryInMinutes"] ?? 0,
    appConsistentFrequencyInMinutes: given["appConsistentFrequencyInMinutes"] ?? 0,
    crashConsistentFrequencyInMinutes: given["crashConsistentFrequencyInMinutes"] ?? 0,
    enableMultiVmSync: given["enableMultiVmSync"] ?? "false",
  }),
  InMageRcmFailback: (given) => ({
    appConsistentFrequencyInMinutes: given["appConsistentFrequencyInMinutes"] ?? 0,
    crashConsistentFrequencyInMinutes: given["crashConsistentFrequencyInMinutes"] ?? 0,
  }),
  VMwareCbt: (given) => ({
    recoveryPointHistoryInMinutes: given["recoveryPointHistoryInMinutes"] ?? 0,
    appConsistentFrequencyInMinutes: given["appConsistentFrequencyInMinutes"] ?? 0,
    crashConsistentFrequencyInMinutes: given["crashConsistentFrequencyInMinutes"] ?? 0,
  }),
};

/** Fields the service demands, by provider. Source: the published schema of the policy inputs. */
const required: Readonly<Record<string, readonly string[]>> = {
  A2A: ["multiVmSyncStatus"],
  InMage: ["multiVmSyncStatus"],
  InMageAzureV2: ["multiVmSyncStatus"],
};

/**
 * The `providerSpecificDetails` of a policy from the input of a PUT or PATCH.
 *
 * @throws ArmError 400 for an unknown provider, a missing field or a number that is none.
 */
export function policyDetails(given: JsonObject): JsonObject {
  const instanceType = stringAt(given, "instanceType");
  const make = readBack[instanceType ?? ""];
  if (instanceType === undefined || !make) {
    throw refused(
      "InvalidParameter",
      `A replication policy of the type '${instanceType ?? ""}' is not known. The types are ${Object.keys(readBack).join(", ")}.`,
    );
  }
  for (const field of required[instanceType] ?? []) {
    if (given[field] === undefined)
      throw refused("InvalidParameter", `The policy lacks the required '${field}'.`);
  }
  for (const [field, value] of Object.entries(given)) {
    if (!/(InMinutes|InHours|History|Interval|Duration)$/.test(field)) continue;
    if (typeof value === "number" && Number.isInteger(value) && value >= 0) continue;
    throw refused(
      "InvalidParameter",
      `The value '${String(value)}' of '${field}' is not a whole number of at least 0.`,
    );
  }
  return { instanceType, ...make(given) };
}

function multiVm(given: JsonObject): string {
  const status = stringAt(given, "multiVmSyncStatus");
  if (status === "Enable") return "Enabled";
  if (status === "Disable") return "Disabled";
  throw refused(
    "InvalidParameter",
    `The value '${status ?? ""}' of 'multiVmSyncStatus' is neither 'Enable' nor 'Disable'.`,
  );
}

function hyperVReplica(given: JsonObject): JsonObject {
  return {
    recoveryPoints: given["recoveryPoints"] ?? 0,
    applicationConsistentSnapshotFrequencyInHours:
      given["applicationConsistentSnapshotFrequencyInHours"] ?? 0,
    compression: given["compression"] ?? "Disabled",
    initialReplicationMethod: given["initialReplicationMethod"] ?? "OverNetwork",
    ...optional(given, [
      "onlineReplicationStartTime",
      "offlineReplicationExportPath",
      "offlineReplicationImportPath",
      "replicationFrequencyInSeconds",
    ]),
    replicationPort: given["replicationPort"] ?? 0,
    allowedAuthenticationType: given["allowedAuthenticationType"] ?? "Kerberos",
    replicaDeletionOption: given["replicaDeletion"] ?? "NotRequired",
  };
}

function optional(given: JsonObject, fields: readonly string[]): JsonObject {
  return Object.fromEntries(
    fields.filter((field) => given[field] !== undefined).map((field) => [field, given[field]]),
  );
}

function first(value: unknown): unknown {
  return Array.isArray(value) && value.length > 0 ? value[0] : null;
}
