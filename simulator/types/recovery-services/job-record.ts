import { parseResourceId, type ResourceId } from "../../arm/resource-id";
import { azureTimestamp } from "../../clock";
import type { Cloud } from "../../cloud";
import { newGuid, stableGuid } from "../../guid";
import { isObject, objectAt, objectsAt, stringAt, type JsonObject } from "../../json";
import type { Effect, Operation, OperationFailure } from "../../operations/operation";
import type { StoredResource } from "../../store/resource";
import { vaultIdOf } from "./site-recovery-id";
import { jobType } from "./type-names";

/** How a job presents itself. */
export interface JobKind {
  /** For example `AddProtectionProfile`. */
  readonly scenarioName: string;
  /** For example "Create a replication policy". */
  readonly friendlyName: string;
  /** For example `ProtectionProfile`. */
  readonly targetInstanceType: string;
  /** Names of what is done one after the other; default one task named after the scenario. */
  readonly tasks?: readonly string[];
}

/** Why a job was stopped by hand, in the words of its status. */
export const cancelled: OperationFailure = { code: "JobCancelled", message: "The job was cancelled." };

/** The record of a job about `target`, under way. */
export function newJob(cloud: Cloud, target: ResourceId, jobId: string, kind: JobKind): StoredResource {
  const id = parseResourceId(`${vaultIdOf(target.id)}/replicationJobs/${jobId}`);
  if (!id) throw new Error(`${target.id} does not lie in a vault.`);
  const started = azureTimestamp(cloud.clock.now());
  return cloud.record(id, jobType, { properties: jobProperties(target, kind, started) });
}

/** What ends a job, well or not. Which of the two an operation runs tells how it went. */
export function finishing(job: StoredResource): { readonly well: Effect; readonly ill: Effect } {
  const step = (state: string): Effect => ({
    kind: "step",
    type: jobType,
    name: "finish",
    data: { id: job.id, state },
  });
  return { well: step("Succeeded"), ill: step("Failed") };
}

/** The operation behind a job: a job that was tried again has another one than its name says. */
export function operationOf(job: StoredResource, cloud: Cloud): Operation | undefined {
  return cloud.operations.find(stringAt(job.hidden, "operationId") ?? job.name);
}

/** The step that ends a job. */
export function finish(data: unknown, cloud: Cloud, time: string): void {
  const { id, state: ended } = isObject(data) ? data : {};
  const job = typeof id === "string" ? cloud.store.get(id) : undefined;
  if (!job) return;
  const failure = ended === "Failed" ? operationOf(job, cloud)?.failure : undefined;
  const state = failure?.code === cancelled.code ? "Cancelled" : String(ended);
  const stateDescription = state === "Succeeded" ? "Completed" : state;
  const endTime = azureTimestamp(new Date(time));
  const properties = objectAt(job.envelope, "properties");
  const done = taskDone(objectsAt(properties, "tasks").length, progressOf(job, cloud, time));
  const errors = failure && state === "Failed" ? [jobError(failure, endTime)] : [];
  const tasks = objectsAt(properties, "tasks").map((task, index) => {
    if (state !== "Succeeded" && index > done) return task;
    const own = state === "Succeeded" || index < done ? "Succeeded" : state;
    const description = own === "Succeeded" ? "Completed" : own;
    return { ...task, ...ending(own, description, endTime, own === "Failed" ? errors : []) };
  });
  const finished = { ...properties, tasks, ...ending(state, stateDescription, endTime, errors) };
  cloud.store.put(cloud.revise(job, { properties: finished }));
}

/** True once a job has done what it can and waits for a person. */
export function isWaiting(operation: Operation, cloud: Cloud): boolean {
  return operation.awaitsResume === true && operation.endsAt <= cloud.clock.now().toISOString();
}

function ending(state: string, stateDescription: string, endTime: string, errors: readonly JsonObject[]) {
  const allowedActions = state === "Failed" || state === "Cancelled" ? ["Restart"] : [];
  return { state, stateDescription, endTime, errors, allowedActions };
}

/** How far a job is by its time, 0 to 1. */
export function progressOf(job: StoredResource, cloud: Cloud, time: string): number {
  const operation = operationOf(job, cloud);
  if (!operation) return 1;
  const start = Date.parse(operation.startedAt);
  const whole = Date.parse(operation.endsAt) - start;
  return whole <= 0 ? 0 : (Date.parse(time) - start) / whole;
}

/** Index of the task a job is at: tasks take equal parts of its time. */
export function taskDone(count: number, progress: number): number {
  return Math.min(count - 1, Math.floor(progress * count));
}

function jobProperties(target: ResourceId, kind: JobKind, startTime: string): JsonObject {
  const names = kind.tasks ?? [kind.friendlyName];
  return {
    activityId: `${newGuid()} ActivityId: ${newGuid()}`,
    scenarioName: kind.scenarioName,
    friendlyName: kind.friendlyName,
    state: "InProgress",
    stateDescription: "InProgress",
    tasks: names.map((friendlyName, index) => ({
      taskId: newGuid(),
      name: kind.tasks ? friendlyName.replace(/\W+/g, "") : `${kind.scenarioName}Task`,
      friendlyName,
      taskType: "TaskDetails",
      customDetails: null,
      groupTaskCustomDetails: null,
      startTime: index === 0 ? startTime : null,
      endTime: null,
      allowedActions: [],
      state: index === 0 ? "InProgress" : "NotStarted",
      stateDescription: index === 0 ? "InProgress" : "NotStarted",
      errors: [],
    })),
    startTime,
    endTime: null,
    allowedActions: ["Cancel"],
    errors: [],
    targetObjectId: stableGuid(target.key),
    targetObjectName: target.name,
    targetInstanceType: kind.targetInstanceType,
    customDetails: { instanceType: "AsrJobDetails", affectedObjectDetails: {} },
  };
}

function jobError(failure: OperationFailure, creationTime: string): JsonObject {
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
    creationTime,
    taskId: "",
  };
}
