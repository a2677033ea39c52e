import { providers } from "../documents";
import type { FieldRow } from "../row";

export const replicationRows: readonly FieldRow[] = [
  {
    path: "replication.fabricId",
    given: {
      "replication.containerId": `${providers}/Microsoft.RecoveryServices/vaults/rsv/replicationFabrics/one/replicationProtectionContainers/one`,
    },
    value: `${providers}/Microsoft.RecoveryServices/vaults/rsv/replicationFabrics/other`,
    reaches: { "ReplicationFabric dr-replication-fabric: name": "other" },
  },
  {
    path: "replication.containerId",
    value: `${providers}/Microsoft.RecoveryServices/vaults/rsv/replicationFabrics/one/replicationProtectionContainers/other`,
    reaches: {
      "ProtectionContainerMapping dr-replication-mapping: containerId": `${providers}/Microsoft.RecoveryServices/vaults/rsv/replicationFabrics/one/replicationProtectionContainers/other`,
      "ReplicatedMachine dr-replication-one: protectionContainerId": `${providers}/Microsoft.RecoveryServices/vaults/rsv/replicationFabrics/one/replicationProtectionContainers/other`,
    },
  },
  {
    path: "replication.siteName",
    of: "hyperv",
    given: { replication: { siteName: "first" }, machines: undefined, recoveryPlans: undefined },
    value: "other",
    reaches: { "ReplicationFabric dr-replication-site: name": "other" },
  },
  {
    path: "replication.processServerId",
    value: "other",
    reaches: { "ReplicatedMachine dr-replication-one: inMageRcm.processServerId": "other" },
  },
  {
    path: "replication.runAsAccountId",
    value: "other",
    reaches: { "ReplicatedMachine dr-replication-one: inMageRcm.runAsAccountId": "other" },
  },
  {
    path: "replication.masterTargetId",
    of: "classic",
    value: "other",
    reaches: { "ReplicatedMachine dr-replication-one: inMageAzureV2.masterTargetId": "other" },
  },
  {
    path: "replication.zones.primaryZone",
    of: "zones",
    value: "3",
    reaches: { "ProtectionContainer dr-replication-source-container: name": "container-westeurope-zone-3" },
  },
  {
    path: "replication.zones.recoveryZone",
    of: "zones",
    value: "3",
    reaches: { "ReplicatedMachine dr-replication-one: a2a.recoveryAvailabilityZone": "3" },
  },
  {
    path: "replication.plumbingOnly",
    value: true,
    reaches: { "output: protectedItemIds.one": undefined, "output: recoveryPlanIds.plan": undefined },
    disappearing: [
      "RecoveryPlans dr-plans",
      "ReplicatedMachine dr-replication-one",
      "RecoveryPlan dr-plans-plan",
    ],
  },
];
