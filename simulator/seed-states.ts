import { z } from "zod";

/** States of a vault that took time to come about: what live checks and drills look at. */

const minutesAgo = z.number().nonnegative();
const days = z.number().nonnegative();
const vaultId = z.string().describe("ARM id of the vault, which has to exist: seeded or made before.");

export const healthErrorSchema = z.strictObject({
  code: z.string().describe("Error code of the service, for example 151025."),
  message: z.string(),
  level: z.enum(["Error", "Warning"]).optional().describe("Default Error."),
  category: z
    .string()
    .optional()
    .describe("For example Replication, TestFailover, AgentAutoUpdateInfra. Default Replication."),
  possibleCauses: z.string().optional(),
  recommendedAction: z.string().optional(),
  minutesAgo: minutesAgo.optional().describe("When it arose; default 60."),
});

const health = z.enum(["Normal", "Warning", "Critical", "None"]);

const vault = z.strictObject({
  name: z.string(),
  resourceGroup: z.string(),
  location: z.string().describe("Region, for example northeurope."),
  redundancy: z
    .enum(["GeoRedundant", "LocallyRedundant", "ZoneRedundant"])
    .optional()
    .describe("Default GeoRedundant."),
  softDelete: z.enum(["Enabled", "Disabled", "AlwaysON"]).optional().describe("Default Enabled."),
  immutability: z.enum(["Disabled", "Unlocked", "Locked"]).optional().describe("Default Disabled."),
  tags: z.record(z.string(), z.string()).optional(),
  healthErrors: z
    .array(healthErrorSchema)
    .optional()
    .describe("Errors of the vault itself, such as a lost key; those of what is in it come with that."),
  softDeletedDaysAgo: days
    .optional()
    .describe("The vault was deleted and is kept for its retention: it is listed as a deleted vault alone."),
});

/** A side of Azure to Azure; fabric and container are made where they are absent. */
const azureSide = z.strictObject({
  location: z.string().describe("Region, for example westeurope."),
  fabric: z.string().optional().describe("Default the region."),
  container: z.string().optional().describe("Default the region and -container."),
});

const policy = z.strictObject({
  name: z.string(),
  recoveryPointHistoryInMinutes: z.number().int().positive().optional().describe("Default 1440."),
  appConsistentFrequencyInMinutes: z.number().int().nonnegative().optional().describe("Default 0: none."),
});

export const itemStates = [
  "enabling-failed",
  "replicating",
  "protected",
  "planned-failover-done",
  "unplanned-failover-done",
  "planned-failover-committed",
  "unplanned-failover-committed",
] as const;

const target = z.strictObject({
  resourceGroupId: z.string().describe("ARM id of the group failovers put machines into; made when absent."),
  networkId: z.string().optional(),
  subnet: z.string().optional(),
  vmName: z.string().optional().describe("Default the machine's name."),
  size: z.string().optional(),
  zone: z.enum(["1", "2", "3"]).optional(),
  availabilitySetId: z.string().optional(),
  testNetworkId: z.string().optional(),
  staticIpAddress: z.string().optional().describe("Of the first adapter."),
  cacheStorageAccountId: z
    .string()
    .optional()
    .describe("Cache or log storage account; default one named asrcache in the target group."),
  diskType: z.string().optional().describe("Default Standard_LRS."),
});

const common = {
  vaultId,
  name: z.string().optional().describe("Name of the item; default that of the machine."),
  policy: policy
    .optional()
    .describe("Made, and mapped, where it is absent; default named after the provider."),
  target,
  state: z.enum(itemStates).optional().describe("Default protected."),
  protectedMinutesAgo: minutesAgo.optional().describe("Since when it is protected; default 1440."),
  replicationHealth: health.optional().describe("Default Normal, or what the health errors make of it."),
  failoverHealth: health.optional().describe("Default Normal."),
  healthErrors: z.array(healthErrorSchema).optional(),
  rpoInSeconds: z.number().int().nonnegative().optional().describe("Stays as it is; default one that moves."),
  latestRecoveryPointMinutesAgo: minutesAgo
    .optional()
    .describe("The last recovery point, and the last heartbeat; none arise afterwards. Default: they go on."),
  agentVersion: z.string().optional().describe("Of the Mobility service; default the newest."),
  agentExpiresInDays: z.number().optional().describe("A2A: negative once it has expired."),
  lastTestFailoverDaysAgo: days.optional().describe("When a test failover ended well; default never."),
  testFailover: z
    .enum(["none", "awaits-cleanup"])
    .optional()
    .describe("awaits-cleanup: its machine is still there. Default none."),
};

const azureItem = z.strictObject({
  provider: z.literal("A2A"),
  ...common,
  virtualMachineId: z.string().describe("ARM id of a seeded virtual machine."),
  primary: azureSide,
  recovery: azureSide.describe("The same region with another container: zone to zone."),
  reverseMapping: z.boolean().optional().describe("Containers mapped the other way too; default true."),
});

const onPremisesItem = z.strictObject({
  provider: z.enum(["InMageRcm", "InMageAzureV2", "HyperVReplicaAzure"]),
  ...common,
  fabric: z.string().describe("Name of the fabric an appliance, server or site of the seed stands for."),
  container: z.string().optional().describe("Name or friendly name; default the fabric's first."),
  machine: z.string().describe("Name of the machine."),
});

export const protectedItemSchema = z.discriminatedUnion("provider", [azureItem, onPremisesItem]);

const networkMapping = z.strictObject({
  vaultId,
  name: z.string().optional().describe("Default made from the networks."),
  fabric: z.string(),
  networkId: z.string(),
  recoveryFabric: z.string(),
  recoveryNetworkId: z.string(),
});

const action = z.looseObject({ actionName: z.string() });
const recoveryPlan = z.strictObject({
  vaultId,
  name: z.string(),
  primaryFabric: z.string().optional().describe("Default that of the first item."),
  recoveryFabric: z.string().optional().describe("Default that of the first item."),
  groups: z
    .array(
      z.strictObject({
        items: z.array(z.string()).describe("Names of protected items, which lie in the primary fabric."),
        startActions: z.array(action).optional().describe("As the REST API takes them."),
        endActions: z.array(action).optional(),
      }),
    )
    .min(1),
  lastTestFailoverDaysAgo: days.optional(),
  lastFailoverDaysAgo: days.optional(),
});

const job = z.strictObject({
  vaultId,
  name: z.guid().optional(),
  scenarioName: z.string().describe("For example TestFailover, EnableDr, UnplannedFailover."),
  friendlyName: z.string().optional().describe("Default the scenario's name."),
  state: z.enum(["Succeeded", "Failed", "Cancelled", "InProgress", "Suspended"]),
  item: z.string().optional().describe("Name of the protected item it is about."),
  plan: z.string().optional().describe("Name of the recovery plan it is about."),
  startedMinutesAgo: minutesAgo,
  endedMinutesAgo: minutesAgo.optional().describe("Default: a minute after its start, where it has ended."),
  tasks: z.array(z.string()).optional().describe("The last one is where it failed or hangs."),
  error: healthErrorSchema.omit({ level: true, category: true, minutesAgo: true }).optional(),
});

const event = z.strictObject({
  vaultId,
  code: z.string().optional(),
  type: z.string().optional().describe("VmHealth, ServerHealth, JobStatus …; default VmHealth."),
  severity: z.enum(["OK", "Warning", "Critical"]),
  description: z.string(),
  item: z.string().optional().describe("Name of the protected item it is about."),
  minutesAgo,
  healthErrors: z.array(healthErrorSchema).optional(),
});

const quota = z.strictObject({
  location: z.string().describe("Region, for example northeurope."),
  name: z.string().describe("For example cores or standardDSv3Family."),
  currentValue: z.number().int().nonnegative(),
  limit: z.number().int().nonnegative(),
});

/** The parts of a seed that stand for what has happened to a vault. */
export const stateSchemas = {
  vaults: z.array(vault).optional().describe("Recovery Services vaults, deleted ones too."),
  protectedItems: z
    .array(protectedItemSchema)
    .optional()
    .describe("Machines that replicate, in any state, with all that has to be there for it."),
  networkMappings: z.array(networkMapping).optional().describe("One direction each."),
  recoveryPlans: z.array(recoveryPlan).optional(),
  jobs: z.array(job).optional().describe("Jobs of the past, and such as never end."),
  events: z.array(event).optional(),
  quotas: z.array(quota).optional().describe("Compute quotas by region, and how far they are used up."),
} as const;

/** How a server presents itself: parts of appliances and servers of a seed. */
export const serverHealthSchemas = {
  lastHeartbeatMinutesAgo: minutesAgo.optional().describe("Default 0."),
  version: z.string().optional().describe("Of the provider or the appliance; default the newest."),
  versionExpiresInDays: z.number().optional().describe("Negative once it has expired; default never."),
  health: health.optional().describe("Default Normal."),
  healthErrors: z.array(healthErrorSchema).optional(),
} as const;

export type SeededHealthError = z.infer<typeof healthErrorSchema>;
export type SeededVault = z.infer<typeof vault>;
export type SeededProtectedItem = z.infer<typeof protectedItemSchema>;
export type SeededAzureItem = z.infer<typeof azureItem>;
export type SeededOnPremisesItem = z.infer<typeof onPremisesItem>;
export type SeededNetworkMapping = z.infer<typeof networkMapping>;
export type SeededRecoveryPlan = z.infer<typeof recoveryPlan>;
export type SeededJob = z.infer<typeof job>;
export type SeededQuota = z.infer<typeof quota>;
export type SeededEvent = z.infer<typeof event>;
export type SeededServerHealth = z.infer<z.ZodObject<typeof serverHealthSchemas>>;
