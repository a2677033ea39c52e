import type { Cloud } from "../cloud";
import { objectAt, stringAt, type JsonObject } from "../json";
import { normalizeLocation, regionDisplayName, regions } from "../regions";
import { styleOf } from "../operations/polling-style";
import type { StoredResource } from "../store/resource";
import type { ResourceType } from "../types/resource-type";
import { ArmError, resourceNotFound } from "./arm-error";
import type { ArmRequest } from "./arm-request";
import { parseResourceId, resourceGroupType, type ResourceId } from "./resource-id";

/** Where a request wants to go; groups and subscriptions have to exist for every kind of it. */
interface Place {
  readonly subscriptionId?: string;
  readonly resourceGroup?: string;
}

/** 404 when the subscription is not the simulated one. */
export function demandSubscription(cloud: Cloud, place: Place): void {
  const id = place.subscriptionId;
  if (id === undefined || cloud.hasSubscription(id)) return;
  throw new ArmError(404, "SubscriptionNotFound", `The subscription '${id}' could not be found.`);
}

/** 404 when the group does not exist, 409 for writes while it is being deleted. */
export function demandResourceGroup(cloud: Cloud, place: Place, isWrite: boolean): void {
  if (place.subscriptionId === undefined || place.resourceGroup === undefined) return;
  const id = `/subscriptions/${place.subscriptionId}/resourceGroups/${place.resourceGroup}`;
  const group = cloud.store.get(id);
  if (!group) {
    throw new ArmError(
      404,
      "ResourceGroupNotFound",
      `Resource group '${place.resourceGroup}' could not be found.`,
    );
  }
  if (isWrite && cloud.operations.runningOn(id).some((operation) => operation.method === "DELETE")) {
    throw new ArmError(
      409,
      "ResourceGroupBeingDeleted",
      `The resource group '${group.name}' is in deprovisioning state and cannot perform this operation.`,
    );
  }
}

/** 404 when the parent of a nested resource, or the scope of an extension resource, does not exist. */
export function demandParent(
  cloud: Cloud,
  id: Pick<ResourceId, "parentId" | "scope" | "resourceGroup">,
): void {
  if (id.parentId !== undefined) {
    const parent = parseResourceId(id.parentId);
    if (parent && !cloud.find(parent)) {
      throw new ArmError(
        404,
        "ParentResourceNotFound",
        `Can not perform requested operation on nested resource. Parent resource '${parent.names.join("/")}' not found.`,
      );
    }
    return;
  }
  const scope = parseResourceId(id.scope);
  if (scope && scope.type !== resourceGroupType && !cloud.find(scope)) {
    throw resourceNotFound(scope.type, scope.names, scope.resourceGroup);
  }
}

/** 412 for If-Match and If-None-Match that do not hold. */
export function demandPreconditions(request: ArmRequest, existing: StoredResource | undefined): void {
  const ifMatch = request.headers["if-match"];
  const ifNoneMatch = request.headers["if-none-match"];
  const fails =
    (ifMatch !== undefined &&
      (existing === undefined || (ifMatch !== "*" && bare(ifMatch) !== existing.etag))) ||
    (ifNoneMatch === "*" && existing !== undefined);
  if (!fails) return;
  throw new ArmError(
    412,
    "PreconditionFailed",
    `The condition '${ifMatch === undefined ? `If-None-Match: ${ifNoneMatch ?? ""}` : `If-Match: ${ifMatch}`}' specified by the request could not be satisfied.`,
  );
}

function bare(etag: string): string {
  return etag.replace(/^W\//, "").replaceAll('"', "");
}

/**
 * 409 when a management lock on the resource, above it or (for deletion) below it forbids the request. CanNotDelete
 * forbids DELETE alone; ReadOnly every POST too, even one that only reads (`listKeys`): to ARM all of them are writes.
 */
export function demandUnlocked(cloud: Cloud, id: string, method: string): void {
  const isDelete = method === "DELETE";
  const owners = ancestors(id);
  const below = isDelete ? [...cloud.store.descendants(id)].map((resource) => resource.id) : [];
  for (const scope of [...owners, ...below]) {
    for (const lock of cloud.store.owned(scope, "Microsoft.Authorization/locks")) {
      const level = stringAt(objectAt(lock.envelope, "properties"), "level");
      if (level !== "ReadOnly" && !isDelete) continue;
      throw new ArmError(
        409,
        "ScopeLocked",
        `The scope '${id}' cannot perform ${isDelete ? "delete" : "write"} operation because following scope(s) are locked: '${scope}'. Please remove the lock and try again.`,
      );
    }
  }
}

function ancestors(id: string): readonly string[] {
  const found = [id];
  for (let scope = id; scope !== "";) {
    const parsed = parseResourceId(scope);
    scope = parsed?.parentId ?? parsed?.scope ?? "";
    if (scope !== "") found.push(scope);
  }
  return found;
}

/** The location rules of tracked resources: given, real, and never changed. Returns the body with ARM's form of it. */
export function settleLocation(
  type: ResourceType,
  id: ResourceId,
  body: JsonObject,
  existing: StoredResource | undefined,
): JsonObject {
  const given = stringAt(body, "location");
  const before = stringAt(existing?.envelope, "location");
  if (given === undefined) {
    if (!type.tracked || before !== undefined)
      return before === undefined ? body : { ...body, location: before };
    throw new ArmError(400, "LocationRequired", "The location property is required for this definition.");
  }
  const location = normalizeLocation(given);
  if (before !== undefined && normalizeLocation(before) !== location) {
    if (type.type === resourceGroupType) {
      throw new ArmError(
        409,
        "InvalidResourceGroupLocation",
        `Invalid resource group location '${location}'. The Resource group already exists in location '${before}'.`,
      );
    }
    throw new ArmError(
      409,
      "InvalidResourceLocation",
      `The resource '${id.name}' already exists in location '${before}' in resource group '${id.resourceGroup ?? ""}'. A resource with the same name cannot be created in location '${location}'. Please select a new resource name.`,
    );
  }
  if (type.tracked && location !== "global" && regionDisplayName(location) === undefined) {
    throw new ArmError(
      400,
      "LocationNotAvailableForResourceType",
      `The provided location '${given}' is not available for resource type '${type.type}'. List of available regions for the resource type is '${regions.map((region) => region.name).join(",")}'.`,
    );
  }
  return { ...body, location };
}

/** 409 when something is already under way on the resource. */
export function demandIdle(cloud: Cloud, id: string): void {
  const running = cloud.operations.runningOn(id).find((operation) => !styleOf(operation).isUnattended);
  if (!running) return;
  throw new ArmError(
    409,
    "AnotherOperationInProgress",
    `Another operation on this or dependent resource is in progress. To retrieve status of the operation use operation id: ${running.id}.`,
  );
}
