import { parseResourceId } from "../../arm/resource-id";
import { azureTimestamp } from "../../clock";
import type { Cloud } from "../../cloud";
import { newGuid } from "../../guid";
import { objectAt, objectsAt, stringAt, type JsonObject } from "../../json";
import type { Operation } from "../../operations/operation";
import type { StageRequest } from "../../operations/operation-log";
import type { ExistingResourceRequest, Outcome, ResourceRequest } from "../resource-type";
import { cancelled, isWaiting, operationOf, taskBegun } from "./job-record";
import { refused } from "./site-recovery-error";
import { vaultIdOf } from "./site-recovery-id";
import { jobType } from "./type-names";

/** By analogy: these actions are a matter of seconds. */
const secondsToAct = 2;

/** `POST {job}/cancel`: stops what is under way, which then counts as failed. */
export function cancel(request: ExistingResourceRequest): Outcome {
  const { cloud, existing } = request;
  demandState(request, "Cancel", ["InProgress", "Suspended", "Cancelling"]);
  const operation = operationOf(existing, cloud);
  if (operation) cloud.operations.fail(operation.token, cancelled);
  return { kind: "accepted", style: "site-recovery", seconds: secondsToAct, effects: [] };
}

/** `POST {job}/restart`: tries again what failed, with the same input. */
export function restart(request: ExistingResourceRequest): Outcome {
  const { cloud, existing } = request;
  demandState(request, "Restart", ["Failed", "Cancelled"]);
  const before = operationOf(existing, cloud);
  const operationId = newGuid();
  const properties = objectAt(existing.envelope, "properties");
  const again = {
    ...properties,
    state: "InProgress",
    stateDescription: "InProgress",
    endTime: null,
    errors: [],
    allowedActions: ["Cancel"],
    tasks: objectsAt(properties, "tasks").map((task) =>
      task["state"] === "Failed" || task["state"] === "Cancelled" ? taskAgain(cloud, task) : task,
    ),
  };
  const stages = stagesAgain(before);
  const seconds = stages
    ? (stages.at(-1)?.seconds ?? secondsToAct)
    : before
      ? Math.max(1, (Date.parse(before.endsAt) - Date.parse(before.startedAt)) / 1000)
      : secondsToAct;
  return {
    kind: "accepted",
    style: "site-recovery",
    operationId,
    seconds,
    alongside: [cloud.revise(existing, { properties: again }, { ...existing.hidden, operationId })],
    ...(stages ? { stages } : {}),
    effects: before?.effects ?? [],
    failureEffects: before?.failureEffects ?? [],
  };
}

/** What was left of an operation in stages when it failed, from its beginning. */
function stagesAgain(before: Operation | undefined): readonly StageRequest[] | undefined {
  const left = before?.stages;
  const first = left?.[0];
  if (!left || !first) return undefined;
  return left.map(({ at, ...stage }) => ({
    ...stage,
    seconds: secondsToAct + (Date.parse(at) - Date.parse(first.at)) / 1000,
  }));
}

/** `POST {job}/resume`: the manual step a job waits for is done. */
export function resume(request: ExistingResourceRequest): Outcome {
  const { cloud, existing } = request;
  demandState(request, "Resume", ["Suspended"]);
  const properties = objectAt(existing.envelope, "properties");
  const going = { ...properties, state: "InProgress", stateDescription: "InProgress" };
  const operation = operationOf(existing, cloud);
  if (operation) cloud.operations.resume(operation.token);
  return {
    kind: "accepted",
    style: "site-recovery",
    seconds: secondsToAct,
    effects: [],
    ...(operation ? { alongside: [cloud.revise(existing, { properties: going })] } : {}),
  };
}

/** `POST replicationJobs/export`: a job that puts the list into a blob nobody can read here. */
export function exportJobs(request: ResourceRequest): Outcome {
  const { cloud, id } = request;
  const operationId = newGuid();
  const jobId = parseResourceId(`${vaultIdOf(id.id)}/replicationJobs/${operationId}`);
  if (!jobId) throw new Error(`${id.id} does not lie in a vault.`);
  const now = azureTimestamp(cloud.clock.now());
  const job = cloud.record(jobId, jobType, {
    properties: {
      activityId: `${newGuid()} ActivityId: ${newGuid()}`,
      scenarioName: "ExportJobs",
      friendlyName: "Export jobs",
      state: "Succeeded",
      stateDescription: "Completed",
      tasks: [],
      errors: [],
      startTime: now,
      endTime: now,
      allowedActions: [],
      targetObjectId: "",
      targetObjectName: "",
      targetInstanceType: "Other",
      customDetails: {
        instanceType: "ExportJobDetails",
        affectedObjectDetails: {},
        blobUri: `https://simulated.blob.core.windows.net/exports/${operationId}.csv`,
        sasToken: "?sig=simulated",
      },
    },
  });
  return {
    kind: "accepted",
    style: "site-recovery",
    operationId,
    seconds: secondsToAct,
    visible: job,
    effects: [],
  };
}

function demandState(request: ExistingResourceRequest, action: string, states: readonly string[]): void {
  const { cloud, existing } = request;
  const operation = operationOf(existing, cloud);
  const waits = operation?.status === "InProgress" && isWaiting(operation, cloud);
  const state = waits ? "Suspended" : (stringAt(objectAt(existing.envelope, "properties"), "state") ?? "");
  if (states.includes(state)) return;
  throw refused(
    "JobActionNotAllowed",
    `The action '${action}' is not allowed on the job '${existing.name}' in the state '${state}'. It needs one of: ${states.join(", ")}.`,
  );
}

function taskAgain(cloud: Cloud, task: JsonObject): JsonObject {
  return { ...taskBegun(task, azureTimestamp(cloud.clock.now())), endTime: null, errors: [] };
}
