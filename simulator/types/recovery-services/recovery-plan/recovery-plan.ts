import type { Cloud } from "../../../cloud";
import { isObject, objectAt, objectsAt, stringAt, type JsonObject } from "../../../json";
import type { StoredResource } from "../../../store/resource";
import type { ExistingResourceRequest, Outcome, PutRequest, ResourceType } from "../../resource-type";
import { absentEntity, referred, siteRecoveryView } from "../site-recovery-entity";
import { siteRecoveryId } from "../site-recovery-id";
import { accepted } from "../site-recovery-write";
import { fabricType, recoveryPlanType } from "../type-names";
import { itemsOf, planGroups } from "./plan-groups";
import { ended, planOperations } from "./plan-operations";

/** By analogy: the polls of these writes were not recorded. */
const secondsToWrite = 5;

/** Recovery plans. */
export const recoveryPlan: ResourceType = {
  type: recoveryPlanType,
  modelled:
    "PUT, PATCH, DELETE; shutdown and failover groups added, actions and their failover types kept, virtual machine ids replaced; lists show no groups; test failover, cleanup, failovers, commit, cancel, reprotection of all items in one job, which waits where a manual action is due",
  listShowsNullNextLink: true,
  put,
  patch,
  remove: (request) =>
    accepted(request, {
      job: job("DeleteRecoveryPlan", "Delete a recovery plan"),
      seconds: secondsToWrite,
      effects: [{ kind: "remove", id: request.existing.id }],
    }),
  view,
  viewInList: (resource, cloud) => {
    const shown = view(resource, cloud);
    return { ...shown, properties: { ...objectAt(shown, "properties"), groups: [] } };
  },
  absent: absentEntity("RecoveryPlan"),
  actions: planOperations,
  steps: { ended },
};

function job(scenarioName: string, friendlyName: string) {
  return { scenarioName, friendlyName, targetInstanceType: "RecoveryPlan" };
}

function put(request: PutRequest): Outcome {
  const { cloud, id, body, existing } = request;
  const given = objectAt(body, "properties");
  const primary = fabricOf(cloud, stringAt(given, "primaryFabricId"), "primaryFabricId");
  const recovery = fabricOf(cloud, stringAt(given, "recoveryFabricId"), "recoveryFabricId");
  const properties = {
    friendlyName: id.name,
    primaryFabricId: primary.id,
    primaryFabricFriendlyName: primary.friendlyName,
    recoveryFabricId: recovery.id,
    recoveryFabricFriendlyName: recovery.friendlyName,
    failoverDeploymentModel: given["failoverDeploymentModel"] ?? "ResourceManager",
    replicationProviders: [],
    allowedOperations: [],
    currentScenario: null,
    currentScenarioStatus: null,
    currentScenarioStatusDescription: null,
    groups: planGroups(cloud, objectsAt(given, "groups")),
    providerSpecificDetails: objectsAt(given, "providerSpecificInput"),
  };
  const record = cloud.record(id, recoveryPlanType, { properties }, { existing });
  return accepted(request, {
    job: job("CreateRecoveryPlan", "Create a recovery plan"),
    seconds: secondsToWrite,
    effects: [{ kind: "store", resource: record }],
  });
}

function patch(request: ExistingResourceRequest): Outcome {
  const { cloud, body, existing } = request;
  const given = objectAt(body, "properties");
  const before = objectAt(existing.envelope, "properties");
  const groups =
    given["groups"] === undefined ? before["groups"] : planGroups(cloud, objectsAt(given, "groups"));
  return accepted(request, {
    job: job("UpdateRecoveryPlan", "Update a recovery plan"),
    seconds: secondsToWrite,
    effects: [{ kind: "store", resource: cloud.revise(existing, { properties: { ...before, groups } }) }],
  });
}

/** What the plan may do and by which providers follows from its items. */
function view(resource: StoredResource, cloud: Cloud): JsonObject {
  const { id, name, type, properties } = siteRecoveryView(resource);
  const own = isObject(properties) ? properties : {};
  const items = itemsOf(cloud, objectsAt(own, "groups")).flat();
  if (items.length === 0) return { id, name, type, properties };
  const parts = items.map((item) => objectAt(item.envelope, "properties"));
  const allowed = parts.flatMap((part) => (part["allowedOperations"] ?? []) as readonly string[]);
  const providers = parts.map((part) => stringAt(objectAt(part, "providerSpecificDetails"), "instanceType"));
  return {
    id,
    name,
    type,
    properties: {
      ...own,
      replicationProviders: [...new Set(providers)].filter((provider) => provider !== undefined),
      allowedOperations: [...new Set(allowed)].filter((operation) => operation !== "DisableProtection"),
    },
  };
}

function fabricOf(cloud: Cloud, id: string | undefined, property: string) {
  if (id?.toLowerCase() === "microsoft azure")
    return { id: "Microsoft Azure", friendlyName: "Microsoft Azure" };
  const fabric = referred(cloud, id, fabricType, property);
  return {
    id: siteRecoveryId(fabric.id),
    friendlyName: objectAt(fabric.envelope, "properties")["friendlyName"],
  };
}
