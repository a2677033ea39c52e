import { parseResourceId, type ResourceId } from "../../arm/resource-id";
import { azureTimestamp } from "../../clock";
import type { Cloud } from "../../cloud";
import { newGuid, stableGuid } from "../../guid";
import { isObject, objectAt, objectsAt, stringAt, type JsonObject } from "../../json";
import type { Effect, Operation, OperationFailure } from "../../operations/operation";
import type { StageRequest } from "../../operations/operation-log";
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
  /** What is done one after the other; default one task named after the scenario. */
  readonly tasks?: readonly (string | TaskKind)[];
  /** `customDetails`; default those of a plain job. */
  readonly details?: JsonObject;
}

/** How a task of a job presents itself. */
export interface TaskKind {
  readonly friendlyName: string;
  /** Default made from the friendly name. */
  readonly name?: string;
  readonly customDetails?: JsonObject;
  /** Its tasks in turn: they go together. */
  readonly children?: readonly TaskKind[];
  /** What `groupTaskCustomDetails` shows beside its tasks. */
  readonly group?: JsonObject;
}

/** Why a job was stopped by hand, in the words of its status. */
export const cancelled: OperationFailure = { code: "JobCancelled", message: "The job was cancelled." };

/** The record of a job about `target`, under way. */
export function newJob(
  cloud: Cloud,
  target: ResourceId,
  jobId: string,
  kind: JobKind,
  isStaged = false,
): StoredResource {
  const id = parseResourceId(`${vaultIdOf(target.id)}/replicationJobs/${jobId}`);
  if (!id) throw new Error(`${target.id} does not lie in a vault.`);
  const started = azureTimestamp(cloud.clock.now());
  return cloud.record(
    id,
    jobType,
    { properties: jobProperties(target, kind, started) },
    isStaged ? { hidden: { isStaged } } : {},
  );
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

/** The stages of an operation, each of which ends a task of the job. */
export function staged(job: StoredResource, stages: readonly StageRequest[]): readonly StageRequest[] {
  return stages.map((stage) => ({
    ...stage,
    effects: [...stage.effects, { kind: "step", type: jobType, name: "advance", data: { id: job.id } }],
  }));
}

/** The step that ends the task a job is at, and begins the next. */
export function advance(data: unknown, cloud: Cloud, time: string): void {
  const id = isObject(data) ? stringAt(data, "id") : undefined;
  const job = id === undefined ? undefined : cloud.store.get(id);
  if (!job) return;
  const properties = objectAt(job.envelope, "properties");
  const tasks = objectsAt(properties, "tasks");
  const at = tasks.findIndex((task) => task["state"] !== "Succeeded");
  const now = azureTimestamp(new Date(time));
  const moved = tasks.map((task, index) => {
    if (index === at) return taskEnded(task, "Succeeded", now);
    if (index === at + 1) return taskBegun(task, now);
    return task;
  });
  cloud.store.put(cloud.revise(job, { properties: { ...properties, tasks: moved } }, job.hidden));
}

/** A task as it begins, with its own tasks. */
export function taskBegun(task: JsonObject, startTime: string): JsonObject {
  const begun = { ...task, startTime, state: "InProgress", stateDescription: "InProgress" };
  return { ...begun, ...withChildren(task, (child) => taskBegun(child, startTime)) };
}

function taskEnded(
  task: JsonObject,
  state: string,
  endTime: string,
  errors: readonly JsonObject[] = [],
): JsonObject {
  const description = state === "Succeeded" ? "Completed" : state;
  const ended = {
    ...task,
    startTime: task["startTime"] ?? endTime,
    ...ending(state, description, endTime, errors),
    allowedActions: [],
  };
  return { ...ended, ...withChildren(task, (child) => taskEnded(child, state, endTime, errors)) };
}

function withChildren(task: JsonObject, change: (child: JsonObject) => JsonObject): JsonObject {
  const group = task["groupTaskCustomDetails"];
  if (!isObject(group)) return {};
  return { groupTaskCustomDetails: { ...group, childTasks: objectsAt(group, "childTasks").map(change) } };
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
  const given = objectsAt(properties, "tasks");
  const done =
    job.hidden?.["isStaged"] === true
      ? given.findIndex((task) => task["state"] !== "Succeeded")
      : taskDone(given.length, progressOf(job, cloud, time));
  const errors = failure && state === "Failed" ? [jobError(failure, endTime)] : [];
  const tasks = given.map((task, index) => {
    if (task["state"] === "Succeeded" || (state !== "Succeeded" && index > done)) return task;
    const own = state === "Succeeded" || index < done ? "Succeeded" : state;
    return taskEnded(task, own, endTime, own === "Failed" ? errors : []);
  });
  const finished = { ...properties, tasks, ...ending(state, stateDescription, endTime, errors) };
  cloud.store.put(cloud.revise(job, { properties: finished }));
}

/** True once a job has done what it can and waits for a person. */
export function isWaiting(operation: Operation, cloud: Cloud): boolean {
  const stage = operation.stages?.[0];
  return stage?.awaitsResume === true && stage.at <= cloud.clock.now().toISOString();
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
  const tasks = (kind.tasks ?? [{ friendlyName: kind.friendlyName, name: `${kind.scenarioName}Task` }]).map(
    (task) => newTask(typeof task === "string" ? { friendlyName: task } : task),
  );
  return {
    activityId: `${newGuid()} ActivityId: ${newGuid()}`,
    scenarioName: kind.scenarioName,
    friendlyName: kind.friendlyName,
    state: "InProgress",
    stateDescription: "InProgress",
    tasks: tasks.map((task, index) => (index === 0 ? taskBegun(task, startTime) : task)),
    startTime,
    endTime: null,
    allowedActions: ["Cancel"],
    errors: [],
    targetObjectId: stableGuid(target.key),
    targetObjectName: target.name,
    targetInstanceType: kind.targetInstanceType,
    customDetails: { instanceType: "AsrJobDetails", affectedObjectDetails: {}, ...kind.details },
  };
}

function newTask(kind: TaskKind): JsonObject {
  const group = kind.group ?? (kind.children ? { instanceType: "InlineWorkflowTaskDetails" } : undefined);
  const shown = kind.customDetails ?? group;
  return {
    taskId: newGuid(),
    name: kind.name ?? kind.friendlyName.replace(/\W+/g, ""),
    friendlyName: kind.friendlyName,
    taskType: shown === undefined ? "TaskDetails" : shown["instanceType"],
    customDetails: kind.customDetails ?? null,
    groupTaskCustomDetails:
      group === undefined ? null : { ...group, childTasks: (kind.children ?? []).map(newTask) },
    startTime: null,
    endTime: null,
    allowedActions: [],
    state: "NotStarted",
    stateDescription: "NotStarted",
    errors: [],
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
