import { ReplicationPolicies } from "../../../../components";
import type { ComponentInputs, InputRow } from "../row";
import { policyId } from "./ids";
import { judgedBy } from "./judged";

const policy = "recoveryservices:ReplicationPolicy dr-one";
const properties = `${policy}: properties.providerSpecificInput`;

function kind(instanceType: string): Readonly<Record<string, unknown>> {
  return { "policies.one.instanceType": instanceType };
}

function setting(
  instanceType: string,
  name: string,
  value: unknown,
  property: string,
  sent: unknown = value,
): InputRow {
  return {
    path: `policies{}.${name}`,
    value,
    given: kind(instanceType),
    default: documentedFor(instanceType, name),
    reaches: { [`${properties}.${property}`]: sent },
  };
}

/** Where the text about a setting has the default of a kind of policy. */
function documentedFor(instanceType: string, name: string): RegExp {
  if (name === retention && instanceType.startsWith("HyperV")) return /Hyper-V, in whole hours: (\d+)/;
  if (name !== appConsistent) return /Default: (\w+)/;
  return ["InMageRcm", "A2A"].includes(instanceType)
    ? new RegExp(`(\\d+) \\(${instanceType}\\)`)
    : /else (\d+)/;
}

const retention = "recoveryPointRetentionInMinutes";
const appConsistent = "appConsistentFrequencyInMinutes";
const crashConsistent = "crashConsistentFrequencyInMinutes";
const interval = "replicationIntervalInSeconds";

/** Each kind of policy names the same settings differently. */
const settings: readonly InputRow[] = [
  setting("A2A", retention, 2880, "recoveryPointHistory"),
  setting("A2A", appConsistent, 120, appConsistent),
  setting("A2A", crashConsistent, 10, crashConsistent),
  setting("A2A", "multiVmSync", false, "multiVmSyncStatus", "Disable"),
  setting("InMageRcm", retention, 2880, "recoveryPointHistoryInMinutes"),
  setting("InMageRcm", appConsistent, 120, appConsistent),
  setting("InMageRcm", crashConsistent, 10, crashConsistent),
  setting("InMageRcm", "multiVmSync", false, "enableMultiVmSync", "false"),
  setting("InMageRcmFailback", appConsistent, 120, appConsistent),
  setting("InMageRcmFailback", crashConsistent, 10, crashConsistent),
  setting("InMageAzureV2", retention, 2880, "recoveryPointHistory"),
  setting("InMageAzureV2", appConsistent, 120, appConsistent),
  setting("InMageAzureV2", crashConsistent, 10, crashConsistent),
  setting("InMageAzureV2", "rpoThresholdInMinutes", 30, "recoveryPointThresholdInMinutes"),
  setting("InMageAzureV2", "multiVmSync", false, "multiVmSyncStatus", "Disable"),
  setting("HyperVReplicaAzure", retention, 240, "recoveryPointHistoryDuration", 4),
  setting("HyperVReplicaAzure", appConsistent, 180, "applicationConsistentSnapshotFrequencyInHours", 3),
  setting("HyperVReplicaAzure", interval, 30, "replicationInterval"),
  setting("HyperVReplica2012R2", retention, 240, "recoveryPoints", 4),
  setting("HyperVReplica2012R2", appConsistent, 180, "applicationConsistentSnapshotFrequencyInHours", 3),
  setting("HyperVReplica2012R2", interval, 30, "replicationFrequencyInSeconds"),
];

const unscoped = { "policies.one.instanceType": undefined };

export const replicationPolicies: ComponentInputs = {
  component: "ReplicationPolicies",
  create: (name, args, opts) => new ReplicationPolicies(name, args, opts),
  plain: { resourceGroupName: "rg", vaultName: "rsv", policies: { one: { instanceType: "A2A" } } },
  rows: [
    ...judgedBy("azure-to-azure", {
      edition: { given: { scenario: "vmware-to-azure" } },
      experience: {
        value: "classic",
        default: /else `(\w+)`/,
        given: { scenario: "vmware-to-azure", edition: "2019-05", ...unscoped },
      },
    }),
    { path: "resourceGroupName", value: "other", reaches: `${policy}: resourceGroupName` },
    { path: "vaultName", value: "other", reaches: `${policy}: resourceName` },
    {
      path: "policies{}.policyId",
      value: policyId("other"),
      given: { "policies.one": { policyId: policyId("one") } },
      reaches: `${policy}: id`,
    },
    { path: "policies{}.policyName", value: "other", reaches: `${policy}: policyName` },
    {
      path: "policies{}.instanceType",
      value: "InMageRcmFailback",
      given: kind("A2A"),
      reaches: {
        [`${properties}.instanceType`]: "InMageRcmFailback",
        [`${properties}.appConsistentFrequencyInMinutes`]: 60,
        [`${properties}.recoveryPointHistory`]: undefined,
        [`${properties}.multiVmSyncStatus`]: undefined,
      },
    },
    ...settings,
    {
      path: "keepVersionAliases",
      value: true,
      reaches: "version aliases: azure-native:recoveryservices:ReplicationPolicy",
    },
  ],
};
