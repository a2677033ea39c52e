import { azureTimestamp } from "../clock";
import type { Cloud } from "../cloud";
import { stableGuid } from "../guid";
import { objectAt, objectsAt, type JsonObject } from "../json";
import type { SeededEvent, SeededJob } from "../seed-states";
import type { StoredResource } from "../store/resource";
import { finishing, newJob } from "../types/recovery-services/job-record";
import { recordEvent } from "../types/recovery-services/replication-event";
import { before, healthError, resourceId, timeBefore } from "./past";
import { seededItem } from "./seeded-item";

/** A job of the past, or one that never ends by itself. */
export function plantJob(cloud: Cloud, job: SeededJob): void {
  const targetId =
    job.plan !== undefined
      ? `${job.vaultId}/replicationRecoveryPlans/${job.plan}`
      : job.item === undefined
        ? job.vaultId
        : seededItem(cloud, job.vaultId, job.item, "a job").id;
  const name = job.name ?? stableGuid(`job ${JSON.stringify(job)}`);
  const friendlyName = job.friendlyName ?? job.scenarioName;
  const record = newJob(cloud, resourceId(targetId), name, {
    scenarioName: job.scenarioName,
    friendlyName,
    targetInstanceType:
      job.plan !== undefined ? "RecoveryPlan" : job.item === undefined ? "Other" : "ProtectionEntity",
    tasks: job.tasks ?? [friendlyName],
  });
  const startTime = timeBefore(cloud, job.startedMinutesAgo);
  const isOver = job.state !== "InProgress" && job.state !== "Suspended";
  const endTime = isOver
    ? azureTimestamp(before(cloud, job.endedMinutesAgo ?? Math.max(0, job.startedMinutesAgo - 1)))
    : null;
  const errors = job.error === undefined ? [] : [jobError(job.error, endTime ?? startTime)];
  const words = wordsOf(job.state);
  const given = objectAt(record.envelope, "properties");
  const tasks = objectsAt(given, "tasks");
  const properties = {
    ...given,
    ...words,
    startTime,
    endTime,
    errors,
    tasks: tasks.map((task, index) => {
      const isLast = index === tasks.length - 1;
      return isLast
        ? { ...task, ...words, startTime, endTime, errors, allowedActions: [] }
        : {
            ...task,
            state: "Succeeded",
            stateDescription: "Completed",
            startTime,
            endTime: endTime ?? startTime,
          };
    }),
  };
  const stored = cloud.revise(record, { properties }, { isStaged: true });
  cloud.store.put(stored);
  if (!isOver) hang(cloud, stored, targetId, job);
}

/** What a job under way stands on: an operation that only a cancellation, or the person it waits for, ends. */
function hang(cloud: Cloud, stored: StoredResource, targetId: string, job: SeededJob): void {
  const { well, ill } = finishing(stored);
  cloud.operations.start({
    style: "site-recovery",
    method: "POST",
    resourceId: targetId,
    apiVersion: "",
    id: stored.name,
    seconds: 0,
    startedAt: before(cloud, job.startedMinutesAgo).toISOString(),
    effects: [well],
    failureEffects: [ill],
    ...(job.state === "Suspended"
      ? { stages: [{ seconds: 0, effects: [], awaitsResume: true as const }] }
      : { hangs: true as const }),
  });
}

function wordsOf(state: SeededJob["state"]): JsonObject {
  switch (state) {
    case "Succeeded":
      return { state, stateDescription: "Completed", allowedActions: [] };
    case "Suspended":
    case "InProgress":
      return { state: "InProgress", stateDescription: "InProgress", allowedActions: ["Cancel"] };
    default:
      return { state, stateDescription: state, allowedActions: ["Restart"] };
  }
}

function jobError(error: NonNullable<SeededJob["error"]>, creationTime: string): JsonObject {
  return {
    serviceErrorDetails: {
      code: error.code,
      message: error.message,
      possibleCauses: error.possibleCauses ?? "",
      recommendedAction: error.recommendedAction ?? "",
      activityId: stableGuid(`activity ${error.code}`),
    },
    providerErrorDetails: null,
    errorLevel: "Error",
    creationTime,
    taskId: "",
  };
}

/** An event of the past. */
export function plantEvent(cloud: Cloud, event: SeededEvent): void {
  const about =
    event.item === undefined
      ? cloud.store.get(event.vaultId)
      : seededItem(cloud, event.vaultId, event.item, "an event");
  if (!about) throw new Error(`The seed's event names the vault '${event.vaultId}', which does not exist.`);
  recordEvent(
    cloud,
    about,
    {
      code: event.code ?? event.description,
      type: event.type ?? "VmHealth",
      severity: event.severity,
      description: event.description,
      healthErrors: (event.healthErrors ?? []).map((error) => healthError(cloud, error)),
    },
    before(cloud, event.minutesAgo).toISOString(),
  );
}
