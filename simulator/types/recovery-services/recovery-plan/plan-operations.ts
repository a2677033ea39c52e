import { parseResourceId } from "../../../arm/resource-id";
import type { Cloud } from "../../../cloud";
import { newGuid } from "../../../guid";
import { isObject, objectAt, objectsAt, stringAt, type JsonObject } from "../../../json";
import type { Effect } from "../../../operations/operation";
import type { StoredResource } from "../../../store/resource";
import type { ExistingResourceRequest, Outcome } from "../../resource-type";
import { failoverCancel, failoverCommit, plannedFailover, unplannedFailover } from "../replication/failover";
import { reprotect } from "../replication/reprotect";
import { switchProtection } from "../replication/switch-protection";
import { testFailover, testFailoverCleanup } from "../replication/test-failover";
import { refused } from "../site-recovery-error";
import { siteRecoveryId, vaultIdOf } from "../site-recovery-id";
import { accepted } from "../site-recovery-write";
import { jobType, recoveryPlanType } from "../type-names";
import { courseOf } from "./plan-course";
import { itemsOf } from "./plan-groups";

type ItemAction = (request: ExistingResourceRequest) => Outcome;

interface PlanOperation {
  readonly scenarioName: string;
  readonly friendlyName: string;
  readonly act: ItemAction;
  /** The property that remembers when it was done last. */
  readonly remembers?: string;
  /** Published: after a test failover the plan waits for its cleanup. */
  readonly leaves?: { readonly status: string; readonly description: string };
}

const operations: Readonly<Record<string, PlanOperation>> = {
  testfailover: {
    scenarioName: "TestFailover",
    friendlyName: "Test failover",
    act: testFailover,
    remembers: "lastTestFailoverTime",
    leaves: { status: "Suspended", description: "WaitingForStopTestFailover" },
  },
  testfailovercleanup: {
    scenarioName: "TestFailoverCleanup",
    friendlyName: "Test failover cleanup",
    act: testFailoverCleanup,
  },
  unplannedfailover: {
    scenarioName: "UnplannedFailover",
    friendlyName: "Failover",
    act: unplannedFailover,
    remembers: "lastUnplannedFailoverTime",
  },
  plannedfailover: {
    scenarioName: "PlannedFailover",
    friendlyName: "Planned failover",
    act: plannedFailover,
    remembers: "lastPlannedFailoverTime",
  },
  failovercommit: { scenarioName: "CommitFailover", friendlyName: "Commit", act: failoverCommit },
  failovercancel: { scenarioName: "CancelFailover", friendlyName: "Cancel failover", act: failoverCancel },
  reprotect: { scenarioName: "ReverseReplication", friendlyName: "Reprotect", act: reprotectAny },
};

/** The operations of a plan, by lower-cased action: what an item can do, for all its items in one job. */
export const planOperations = Object.fromEntries(
  Object.entries(operations).map(([action, operation]) => [
    action,
    (request: ExistingResourceRequest) => perform(request, operation),
  ]),
);

/** The step at the end of an operation of a plan. */
export function ended(data: unknown, cloud: Cloud, time: string): void {
  if (!isObject(data)) return;
  const plan = cloud.store.get(stringAt(data, "id") ?? "");
  if (!plan) return;
  const remembers = stringAt(data, "remembers");
  const properties = {
    ...objectAt(plan.envelope, "properties"),
    currentScenarioStatus: data["status"],
    currentScenarioStatusDescription: data["description"],
    ...(remembers === undefined ? {} : { [remembers]: time }),
  };
  cloud.store.put(cloud.revise(plan, { properties }));
}

function perform(request: ExistingResourceRequest, operation: PlanOperation): Outcome {
  const { cloud, existing } = request;
  const properties = objectAt(existing.envelope, "properties");
  const groups = objectsAt(properties, "groups");
  const operationId = newGuid();
  const items = itemsOf(cloud, groups);
  if (items.flat().length === 0) {
    throw refused("RecoveryPlanEmpty", `The recovery plan '${existing.name}' holds no protected item.`);
  }
  const byGroup = groups.map((group, index) => ({
    group,
    accepted: (items[index] ?? []).map((item) => ({
      item,
      ...accept(operation.act(forItem(request, item)), operationId, cloud),
    })),
  }));
  const { scenarioName, friendlyName, remembers } = operation;
  const leaves = operation.leaves ?? { status: "Succeeded", description: "Completed" };
  const step = (status: string, description: string): Effect => ({
    kind: "step",
    type: recoveryPlanType,
    name: "ended",
    data: { id: existing.id, status, description, remembers },
  });
  const running = cloud.revise(existing, {
    properties: {
      ...properties,
      currentScenario: {
        scenarioName,
        jobId: `${siteRecoveryId(vaultIdOf(existing.id))}/replicationJobs/${operationId}`,
        startTime: cloud.clock.now().toISOString(),
      },
      currentScenarioStatus: "InProgress",
      currentScenarioStatusDescription: "InProgress",
    },
  });
  const course = courseOf(
    byGroup.map(({ group, accepted: parts }) => ({
      group,
      parts: parts.map((part) => ({
        ...part,
        itemId: part.item.id,
        friendlyName: friendlyNameOf(part.item),
      })),
    })),
    { scenarioName, friendlyName, direction: directionOf(request) },
  );
  const details = jobDetails(
    operation,
    byGroup.flatMap(({ accepted: parts }) => parts.map((part) => part.details)),
  );
  return accepted(request, {
    job: {
      scenarioName,
      friendlyName,
      targetInstanceType: "RecoveryPlan",
      tasks: course.tasks,
      ...(details === undefined ? {} : { details }),
    },
    operationId,
    seconds: course.seconds,
    stages: course.stages,
    visible: running,
    alongside: byGroup.flatMap(({ accepted: parts }) => parts.flatMap(({ shown }) => shown)),
    effects: [step(leaves.status, leaves.description)],
    failureEffects: [step("Failed", "Failed")],
  });
}

/** The details of the items' own jobs put together. */
function jobDetails(operation: PlanOperation, parts: readonly JsonObject[]): JsonObject | undefined {
  const [first] = parts;
  if (first?.["protectedItemDetails"] === undefined) return undefined;
  return {
    ...first,
    affectedObjectDetails: {},
    protectedItemDetails: parts.flatMap((part) => objectsAt(part, "protectedItemDetails")),
    ...(operation.scenarioName === "TestFailover" ? { testFailoverStatus: "None" } : {}),
  };
}

function friendlyNameOf(item: StoredResource): string {
  return stringAt(objectAt(item.envelope, "properties"), "friendlyName") ?? item.name;
}

/** Operations that say nothing of a direction go with the plan. */
function directionOf(request: ExistingResourceRequest): string {
  return stringAt(objectAt(request.body, "properties"), "failoverDirection") ?? "PrimaryToRecovery";
}

/** What one item contributes; its own job is left out, for the plan's stands for all. */
function accept(outcome: Outcome, operationId: string, cloud: Cloud) {
  if (outcome.kind !== "accepted") throw new Error("An operation of an item was not accepted.");
  const isOwn = (effect: Effect) => effect.kind !== "step" || effect.type !== jobType;
  const resources = [outcome.visible, ...(outcome.alongside ?? [])].filter((each) => each !== undefined);
  return {
    seconds: outcome.seconds,
    shown: resources.filter(({ type }) => type !== jobType).map((item) => withJob(item, operationId, cloud)),
    effects: outcome.effects.filter(isOwn),
    failureEffects: (outcome.failureEffects ?? []).filter(isOwn),
    details: detailsOf(resources.find(({ type }) => type === jobType)),
  };
}

function detailsOf(job: StoredResource | undefined): JsonObject {
  return objectAt(objectAt(job?.envelope, "properties"), "customDetails");
}

function withJob(item: StoredResource, operationId: string, cloud: Cloud): StoredResource {
  const properties = objectAt(item.envelope, "properties");
  const jobId = `${siteRecoveryId(vaultIdOf(item.id))}/replicationJobs/${operationId}`;
  const currentScenario = { ...objectAt(properties, "currentScenario"), jobId };
  return cloud.revise(item, { properties: { ...properties, currentScenario } });
}

/** The plan's input, as the input of one item: its own provider's part of it. */
function forItem(request: ExistingResourceRequest, item: StoredResource): ExistingResourceRequest {
  const id = parseResourceId(item.id);
  if (!id) throw new Error(`${item.id} is no resource id.`);
  const given = objectAt(request.body, "properties");
  const details = objectAt(objectAt(item.envelope, "properties"), "providerSpecificDetails");
  const own = objectsAt(given, "providerSpecificDetails").find(
    (each) => each["instanceType"] === details["instanceType"],
  );
  const { recoveryPointId: _point, recoveryPointType: _type, ...input }: JsonObject = own ?? {};
  return {
    ...request,
    id,
    existing: item,
    body: { properties: { ...given, providerSpecificDetails: input } },
  };
}

/** Azure machines go through their container. */
function reprotectAny(request: ExistingResourceRequest): Outcome {
  const { cloud, existing: item } = request;
  const details = objectAt(objectAt(item.envelope, "properties"), "providerSpecificDetails");
  if (details["instanceType"] !== "A2A") return reprotect(request);
  const container = cloud.store.get(request.id.parentId ?? "");
  const id = container && parseResourceId(container.id);
  if (!container || !id) throw new Error(`The container of ${item.id} is missing.`);
  const properties = {
    replicationProtectedItemName: item.name,
    providerSpecificDetails: { instanceType: "A2A" },
  };
  return switchProtection({ ...request, id, existing: container, body: { properties } });
}
