import type { Cloud } from "../../cloud";
import { objectAt, stringAt } from "../../json";
import type { StoredResource } from "../../store/resource";
import { isWaiting, operationOf } from "./job-record";
import { refused } from "./site-recovery-error";
import { jobType } from "./type-names";

type Test = (job: StoredResource, value: string, cloud: Cloud) => boolean;

const property = (job: StoredResource, name: string) =>
  stringAt(objectAt(job.envelope, "properties"), name) ?? "";

/** What `$filter` of the list of jobs takes, as Azure PowerShell sends it: `Name eq 'value'` joined by `and`. */
const tests: Readonly<Record<string, Test>> = {
  jobstatus: (job, value, cloud) => stateNow(job, cloud).toLowerCase() === value.toLowerCase(),
  jobscenarioname: (job, value) => property(job, "scenarioName").toLowerCase() === value.toLowerCase(),
  affectedobjecttype: (job, value) =>
    property(job, "targetInstanceType").toLowerCase() === value.toLowerCase(),
  starttime: (job, value) => Date.parse(property(job, "startTime")) >= Date.parse(value),
  endtime: (job, value) => Date.parse(property(job, "startTime")) <= Date.parse(value),
};

/** The state a job shows: one that waits for a person is suspended. */
function stateNow(job: StoredResource, cloud: Cloud): string {
  const operation = operationOf(job, cloud);
  const waits = operation?.status === "InProgress" && isWaiting(operation, cloud);
  return waits ? "Suspended" : property(job, "state");
}

/** The jobs of a vault that pass `$filter`, newest last. @throws ArmError 400 for a filter it cannot read. */
export function filteredJobs(
  path: { readonly parentId?: string },
  cloud: Cloud,
  query: URLSearchParams,
): readonly StoredResource[] | undefined {
  const filter = query.get("$filter");
  if (filter === null || filter.trim() === "" || path.parentId === undefined) return undefined;
  const clauses = filter.split(/\s+and\s+/i).map(readClause);
  return cloud.store
    .owned(path.parentId, jobType)
    .filter((job) => clauses.every(({ test, value }) => test(job, value, cloud)));
}

function readClause(text: string): { readonly test: Test; readonly value: string } {
  const parts = /^\s*\(?\s*(\w+)\s+eq\s+'?([^']*?)'?\s*\)?\s*$/i.exec(text);
  const test = tests[parts?.[1]?.toLowerCase() ?? ""];
  if (parts && test) return { test, value: parts[2] ?? "" };
  throw refused(
    "InvalidFilter",
    `The filter '${text.trim()}' is not understood. It takes: ${Object.keys(tests).join(", ")}, each with eq.`,
  );
}
