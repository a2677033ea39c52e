import { providers } from "../documents";
import type { FieldRow } from "../row";

export const policiesRows: readonly FieldRow[] = [
  {
    path: "policies[]<id>.name",
    given: {
      "policies[0]": {
        name: "first",
        id: `${providers}/Microsoft.RecoveryServices/vaults/rsv/replicationPolicies/one`,
      },
    },
    value: "other",
    reaches: {
      "output: policyIds.first": undefined,
      "output: policyIds.other": `${providers}/Microsoft.RecoveryServices/vaults/rsv/replicationPolicies/one`,
    },
    appearing: ["recoveryservices:ReplicationPolicy dr-policies-other"],
    disappearing: ["recoveryservices:ReplicationPolicy dr-policies-first"],
  },
  {
    path: "policies[]<id>.id",
    given: {
      "policies[0]": {
        name: "first",
        id: `${providers}/Microsoft.RecoveryServices/vaults/rsv/replicationPolicies/one`,
      },
    },
    value: `${providers}/Microsoft.RecoveryServices/vaults/rsv/replicationPolicies/other`,
    reaches: {
      "recoveryservices:ReplicationPolicy dr-policies-first: id": `${providers}/Microsoft.RecoveryServices/vaults/rsv/replicationPolicies/other`,
      "ProtectionContainerMapping dr-replication-mapping: policyId": `${providers}/Microsoft.RecoveryServices/vaults/rsv/replicationPolicies/other`,
      "ReplicatedMachine dr-replication-one: policyId": `${providers}/Microsoft.RecoveryServices/vaults/rsv/replicationPolicies/other`,
    },
  },
  {
    path: "policies[].name",
    value: "other",
    reaches: {
      "ProtectionContainerMapping dr-replication-mapping: policyId": `${providers}/Microsoft.RecoveryServices/vaults/rsv/replicationPolicies/dr-policies-other`,
      "ReplicatedMachine dr-replication-one: policyId": `${providers}/Microsoft.RecoveryServices/vaults/rsv/replicationPolicies/dr-policies-other`,
    },
    appearing: ["recoveryservices:ReplicationPolicy dr-policies-other"],
    disappearing: ["recoveryservices:ReplicationPolicy dr-policies-one"],
  },
  {
    path: "policies[].instanceType",
    value: "InMageRcmFailback",
    reaches: {
      "recoveryservices:ReplicationPolicy dr-policies-one: properties.providerSpecificInput.instanceType":
        "InMageRcmFailback",
    },
  },
  {
    path: "policies[].recoveryPointRetentionInMinutes",
    value: 120,
    reaches: {
      "recoveryservices:ReplicationPolicy dr-policies-one: properties.providerSpecificInput.recoveryPointHistoryInMinutes": 120,
    },
  },
  {
    path: "policies[].appConsistentFrequencyInMinutes",
    value: 60,
    reaches: {
      "recoveryservices:ReplicationPolicy dr-policies-one: properties.providerSpecificInput.appConsistentFrequencyInMinutes": 60,
    },
  },
  {
    path: "policies[].crashConsistentFrequencyInMinutes",
    value: 10,
    refusedAt: "policies[0].crashConsistentFrequencyInMinutes",
  },
  {
    path: "policies[].replicationIntervalInSeconds",
    of: "hyperv",
    value: 30,
    reaches: {
      "recoveryservices:ReplicationPolicy dr-policies-one: properties.providerSpecificInput.replicationInterval": 30,
    },
  },
  {
    path: "policies[].rpoThresholdInMinutes",
    of: "classic",
    value: 30,
    reaches: {
      "recoveryservices:ReplicationPolicy dr-policies-one: properties.providerSpecificInput.recoveryPointThresholdInMinutes": 30,
    },
  },
  {
    path: "policies[].multiVmSync",
    value: false,
    reaches: {
      "recoveryservices:ReplicationPolicy dr-policies-one: properties.providerSpecificInput.enableMultiVmSync":
        "false",
    },
  },
];
