import { objectAt, stringAt, type JsonObject } from "../../json";
import type { ExistingResourceRequest, Outcome, PutRequest, ResourceType } from "../resource-type";
import { absentEntity, referred, siteRecoveryView } from "./site-recovery-entity";
import { refused } from "./site-recovery-error";
import { siteRecoveryId, vaultIdOf } from "./site-recovery-id";
import { accepted, acceptedChange } from "./site-recovery-write";
import { migrationItemType, policyType } from "./type-names";

const recoveryPointType = `${migrationItemType}/migrationRecoveryPoints`;

/** By analogy. */
const secondsToAct = 60;

/** Machines that migrate with Azure Migrate: no more than is needed for them to be found and taken along. */
export const migrationItem: ResourceType = {
  type: migrationItemType,
  modelled:
    "minimal: VMwareCbt items are ready to migrate at once; test migration, cleanup, migration, pause, resume, resync; PATCH and DELETE",
  listShowsNullNextLink: true,
  put,
  patch: (request) => {
    const before = objectAt(request.existing.envelope, "properties");
    const given = objectAt(objectAt(request.body, "properties"), "providerSpecificDetails");
    const providerSpecificDetails = { ...objectAt(before, "providerSpecificDetails"), ...given };
    return changed(request, "UpdateMigrationItem", { providerSpecificDetails });
  },
  remove: (request) =>
    accepted(request, {
      job: job("DisableMigration"),
      seconds: secondsToAct,
      effects: [{ kind: "remove", id: request.existing.id }],
    }),
  view: siteRecoveryView,
  absent: absentEntity("MigrationItem"),
  actions: {
    testmigrate: (request) =>
      changed(request, "TestMigrate", test("TestMigrationSucceeded", "Cleanup pending")),
    testmigratecleanup: (request) => changed(request, "TestMigrateCleanup", test("None", "None")),
    migrate: (request) =>
      changed(request, "Migrate", {
        migrationState: "MigrationSucceeded",
        migrationStateDescription: "Migrated",
      }),
    pausereplication: (request) =>
      changed(request, "PauseReplication", {
        migrationState: "ProtectionSuspended",
        migrationStateDescription: "Replication paused",
      }),
    resumereplication: (request) => changed(request, "ResumeReplication", replicating),
    resync: (request) => changed(request, "Resync", replicating),
  },
};

/** Recovery points of migration items, read-only. */
export const migrationRecoveryPoint: ResourceType = {
  type: recoveryPointType,
  modelled: "read-only; comes from seeds",
  listShowsNullNextLink: true,
  view: siteRecoveryView,
  absent: absentEntity("MigrationRecoveryPoint"),
};

const replicating = { migrationState: "Replicating", migrationStateDescription: "Ready to migrate" };

const test = (testMigrateState: string, testMigrateStateDescription: string) => ({
  testMigrateState,
  testMigrateStateDescription,
});

const job = (scenarioName: string) => ({
  scenarioName,
  friendlyName: scenarioName,
  targetInstanceType: "MigrationItem",
});

function put(request: PutRequest): Outcome {
  const { cloud, id, body, existing } = request;
  const given = objectAt(body, "properties");
  const input = objectAt(given, "providerSpecificDetails");
  if (stringAt(input, "instanceType") !== "VMwareCbt") {
    throw refused(
      "InvalidParameter",
      `Migration cannot be enabled by the provider '${stringAt(input, "instanceType") ?? ""}', only by 'VMwareCbt'.`,
    );
  }
  const policy = referred(cloud, stringAt(given, "policyId"), policyType, "policyId");
  const properties = {
    machineName: stringAt(input, "targetVmName") ?? id.name,
    policyId: siteRecoveryId(policy.id),
    policyFriendlyName: objectAt(policy.envelope, "properties")["friendlyName"],
    ...replicating,
    ...test("None", "None"),
    allowedOperations: ["Migrate", "DisableMigration", "TestMigrate", "TestMigrateCleanup"],
    currentJob: {
      jobName: "None",
      jobId: `${siteRecoveryId(vaultIdOf(id.id))}/replicationJobs/None`,
      startTime: "1753-01-01T01:01:01Z",
    },
    health: "Normal",
    healthErrors: [],
    providerSpecificDetails: input,
  };
  return accepted(request, {
    job: job("EnableMigration"),
    seconds: secondsToAct,
    effects: [{ kind: "store", resource: cloud.record(id, migrationItemType, { properties }, { existing }) }],
  });
}

const changed = (request: ExistingResourceRequest, scenarioName: string, changes: JsonObject) =>
  acceptedChange(request, job(scenarioName), secondsToAct, changes);
