import type { Cloud } from "../../cloud";
import { objectAt, objectsAt, type JsonObject } from "../../json";
import type { StoredResource } from "../../store/resource";
import type { ResourceType } from "../resource-type";
import { cancel, exportJobs, restart, resume } from "./job-actions";
import { filteredJobs } from "./job-filter";
import { advance, finish, isWaiting, operationOf, progressOf, taskDone } from "./job-record";
import { absentEntity, siteRecoveryView } from "./site-recovery-entity";
import { jobType } from "./type-names";

/** Jobs: the history of what Site Recovery did. */
export const replicationJob: ResourceType = {
  type: jobType,
  modelled:
    "one for every write, under the GUID of its operation; tasks follow each other in time; $filter on JobStatus, JobScenarioName, StartTime, EndTime; cancel, restart, resume, export",
  history: true,
  listShowsNullNextLink: true,
  view: jobView,
  tellsOf: (resource, cloud) => {
    const operation = operationOf(resource, cloud);
    return operation?.status === "InProgress" && !isWaiting(operation, cloud) ? operation : undefined;
  },
  list: filteredJobs,
  absent: absentEntity("Job"),
  actions: { cancel, restart, resume },
  collectionActions: { export: exportJobs },
  steps: { advance, finish },
};

/** Tasks follow each other in equal parts of the job's time. */
function jobView(resource: StoredResource, cloud: Cloud): JsonObject {
  const { id, name } = siteRecoveryView(resource);
  const properties = objectAt(resource.envelope, "properties");
  const operation = operationOf(resource, cloud);
  if (properties["state"] !== "InProgress" || operation?.status !== "InProgress") {
    return { id, name, properties };
  }
  const tasks = objectsAt(properties, "tasks");
  if (isWaiting(operation, cloud)) {
    const waiting = {
      state: "Suspended",
      stateDescription: "WaitingForManualAction",
      allowedActions: ["Cancel", "Resume"],
    };
    return { id, name, properties: { ...properties, ...waiting } };
  }
  // Stages are written down as they end.
  if (resource.hidden?.["isStaged"] === true) return { id, name, properties };
  const at = taskDone(tasks.length, progressOf(resource, cloud, cloud.clock.now().toISOString()));
  const shown = tasks.map((task, index) => {
    if (index > at) return task;
    const done = index < at;
    return {
      ...task,
      startTime: properties["startTime"],
      state: done ? "Succeeded" : "InProgress",
      stateDescription: done ? "Completed" : "InProgress",
    };
  });
  return { id, name, properties: { ...properties, tasks: shown } };
}
