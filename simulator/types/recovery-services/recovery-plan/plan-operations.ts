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
import { hasManualAction, itemsOf } from "./plan-groups";

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
  const byGroup = itemsOf(cloud, groups).map((items) =>
    items.map((item) => accept(operation.act(forItem(request, item)), operationId, cloud)),
  );
  const parts = byGroup.flat();
  if (parts.length === 0) {
    throw refused("RecoveryPlanEmpty", `The recovery plan '${existing.name}' holds no protected item.`);
  }
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
  return accepted(request, {
    job: {
      scenarioName,
      friendlyName,
      targetInstanceType: "RecoveryPlan",
      tasks: groups.map((group, index) => `Group ${index + 1}: ${stringAt(group, "groupType") ?? ""}`),
    },
    operationId,
    // The items of a group go together, the groups one after the other.
    seconds: byGroup.reduce((sum, group) => sum + Math.max(0, ...group.map(({ seconds }) => seconds)), 0),
    visible: running,
    alongside: parts.flatMap(({ shown }) => shown),
    effects: [...parts.flatMap(({ effects }) => effects), step(leaves.status, leaves.description)],
    failureEffects: [...parts.flatMap(({ failureEffects }) => failureEffects), step("Failed", "Failed")],
    ...(hasManualAction(groups, scenarioName) ? { awaitsResume: true } : {}),
  });
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
  };
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
