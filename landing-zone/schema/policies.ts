import { z } from "zod";
import { azureId, name } from "./new-or-existing";

/** Provider instance types of replication policies, as the service spells them. */
export const policyInstanceTypes = [
  "InMageRcm",
  "InMageRcmFailback",
  "InMageAzureV2",
  "InMage",
  "HyperVReplicaAzure",
  "HyperVReplica",
  "HyperVReplicaBlue",
  "HyperVReplica2012R2",
  "A2A",
] as const;

const minutes = z.number().int().min(0);

/** A policy. Machines refer to it by `name`; limits on its values are the rules' to judge. */
export const policy = z.union([
  z.strictObject({ name, id: azureId("Microsoft.RecoveryServices/vaults/replicationPolicies") }),
  z.strictObject({
    name,
    instanceType: z.enum(policyInstanceTypes),
    recoveryPointRetentionInMinutes: minutes.optional(),
    appConsistentFrequencyInMinutes: minutes
      .optional()
      .meta({ description: "0: no application-consistent recovery points." }),
    crashConsistentFrequencyInMinutes: minutes.optional(),
    replicationIntervalInSeconds: z.number().int().positive().optional(),
    rpoThresholdInMinutes: minutes.optional(),
    multiVmSync: z.boolean().optional(),
  }),
]);
