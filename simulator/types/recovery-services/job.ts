import { parseResourceId, type ResourceId } from "../../arm/resource-id";
import { azureTimestamp } from "../../clock";
import type { Cloud } from "../../cloud";
import { newGuid, stableGuid } from "../../guid";
import { objectAt, type JsonObject } from "../../json";
import type { OperationFailure } from "../../operations/operation";
import type { StoredResource } from "../../store/resource";
import type { ResourceType } from "../resource-type";
import { absentEntity, siteRecoveryView } from "./site-recovery-entity";
import { vaultIdOf } from "./site-recovery-id";

export const jobType = "Microsoft.RecoveryServices/vaults/replicationJobs";

/** How a job presents itself. */
export interface JobKind {
  /** For example `AddProtectionProfile`. */
  readonly scenarioName: string;
  /** For example "Create a replication policy". */
  readonly friendlyName: string;
  /** For example `ProtectionProfile`. */
  readonly targetInstanceType: string;
}

/** The three forms a job takes. */
export interface Job {
  readonly running: StoredResource;
  readonly succeeded: StoredResource;
  readonly failed: (failure: OperationFailure) => StoredResource;
}

/** Jobs: the history of what Site Recovery did, read-only here. */
export const replicationJob: ResourceType = {
  type: jobType,
  modelled:
    "one for every write, under the GUID of its operation, with one task; lists take $filter on nothing yet; no cancel, restart, resume",
  history: true,
  listShowsNullNextLink: true,
  view: (resource) => {
    const { id, name, properties } = siteRecoveryView(resource);
    return { id, name, properties };
  },
  absent: absentEntity("Job"),
};

/** A job about `target` that takes `seconds`. */
export function newJob(cloud: Cloud, target: ResourceId, jobId: string, kind: JobKind, seconds: number): Job {
  const id = parseResourceId(`${vaultIdOf(target.id)}/replicationJobs/${jobId}`);
  if (!id) throw new Error(`${target.id} does not lie in a vault.`);
  const started = cloud.clock.now();
  const ended = new Date(started.getTime() + seconds * 1000);
  const running = cloud.record(id, jobType, { properties: jobProperties(target, kind, started) });
  const finish = (state: string, description: string, errors: readonly JsonObject[]): StoredResource => {
    const end = azureTimestamp(ended);
    const properties = objectAt(running.envelope, "properties");
    const tasks = (properties["tasks"] as readonly JsonObject[]).map((task) => ({
      ...task,
      endTime: end,
      state,
      stateDescription: description,
      errors,
      allowedActions: [],
    }));
    const finished = {
      ...properties,
      tasks,
      state,
      stateDescription: description,
      endTime: end,
      errors,
      allowedActions: [],
    };
    return { ...running, envelope: { properties: finished } };
  };
  return {
    running,
    succeeded: finish("Succeeded", "Completed", []),
    failed: (failure) => finish("Failed", "Failed", [jobError(failure, ended)]),
  };
}

function jobProperties(target: ResourceId, kind: JobKind, started: Date): JsonObject {
  const startTime = azureTimestamp(started);
  const common = {
    startTime,
    endTime: null,
    allowedActions: [],
    state: "InProgress",
    stateDescription: "InProgress",
    errors: [],
  };
  return {
    activityId: `${newGuid()} ActivityId: ${newGuid()}`,
    scenarioName: kind.scenarioName,
    friendlyName: kind.friendlyName,
    ...common,
    tasks: [
      {
        taskId: newGuid(),
        name: `${kind.scenarioName}Task`,
        friendlyName: kind.friendlyName,
        taskType: "TaskDetails",
        customDetails: null,
        groupTaskCustomDetails: null,
        ...common,
      },
    ],
    targetObjectId: stableGuid(target.key),
    targetObjectName: target.name,
    targetInstanceType: kind.targetInstanceType,
    customDetails: { instanceType: "AsrJobDetails", affectedObjectDetails: {} },
  };
}

function jobError(failure: OperationFailure, time: Date): JsonObject {
  return {
    serviceErrorDetails: {
      code: failure.code,
      message: failure.message,
      possibleCauses: "",
      recommendedAction: "",
      activityId: newGuid(),
    },
    providerErrorDetails: null,
    errorLevel: "Error",
    creationTime: azureTimestamp(time),
    taskId: "",
  };
}
