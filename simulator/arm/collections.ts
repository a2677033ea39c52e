import type { Cloud } from "../cloud";
import { isObject, type JsonObject } from "../json";
import type { StoredResource } from "../store/resource";
import type { ResourceType } from "../types/resource-type";
import { carryOut } from "./accept";
import { ArmError, resourceNotFound } from "./arm-error";
import type { ArmRequest, ArmResponse } from "./arm-request";
import { demandParent, demandUnlocked } from "./guards";
import { page, present, presentInList } from "./present";
import { parseResourceId, type ArmPath } from "./resource-id";

type SegmentPath = Extract<ArmPath, { kind: "segment" }>;

/** Answers a path that ends in a word without a name: GET is a list, POST is an action. */
export function answerSegment(
  cloud: Cloud,
  request: ArmRequest,
  apiVersion: string,
  path: SegmentPath,
  pageSize: number,
): ArmResponse {
  switch (request.method) {
    case "GET":
      return list(cloud, request, path, pageSize);
    case "POST":
      return act(cloud, request, apiVersion, path);
    default:
      throw new ArmError(
        405,
        "MethodNotAllowed",
        `The HTTP method '${request.method}' is not supported for a collection of '${path.type}'.`,
      );
  }
}

function list(cloud: Cloud, request: ArmRequest, path: SegmentPath, pageSize: number): ArmResponse {
  const type = cloud.types.find(path.type);
  if (path.parentId !== undefined) demandParent(cloud, path);
  if (type?.singleton !== undefined && path.parentId !== undefined) {
    const id = parseResourceId(`${path.parentId}/${path.segment}/${type.singleton}`);
    const resource = id && cloud.find(id);
    if (resource) return { status: 200, body: present(resource, cloud, request.query) };
  }
  const entries = type?.list?.(path, cloud, request.query) ?? listed(cloud, path, type);
  return {
    status: 200,
    body: page(entries, (resource) => presentInList(resource, cloud, request.query), {
      pageSize,
      skipToken: request.query.get("$skipToken") ?? undefined,
      address: (skipToken) => nextLink(request, skipToken),
      showsNull: type?.listShowsNullNextLink ?? false,
    }),
  };
}

function nextLink(request: ArmRequest, skipToken: string): string {
  const query = new URLSearchParams(request.query);
  query.delete("$skipToken");
  return `${request.origin}${request.path}?${query.toString()}&$skipToken=${skipToken}`;
}

function listed(cloud: Cloud, path: SegmentPath, type: ResourceType | undefined): readonly StoredResource[] {
  const wanted = type?.type ?? path.type;
  if (path.parentId !== undefined) return cloud.store.owned(path.parentId, wanted);
  if (path.resourceGroup !== undefined || type?.extension) {
    const own = cloud.store.owned(path.scope, wanted);
    if (!type?.extension) return own;
    // An extension's list at a scope holds what hangs on the scope and on everything below it.
    return [
      ...own,
      ...[...cloud.store.descendants(path.scope)].filter(
        (found) => isType(found, wanted) && !own.includes(found),
      ),
    ];
  }
  return cloud.store.all().filter((found) => isType(found, wanted));
}

function isType(resource: StoredResource, type: string): boolean {
  return resource.type.toLowerCase() === type.toLowerCase();
}

function act(cloud: Cloud, request: ArmRequest, apiVersion: string, path: SegmentPath): ArmResponse {
  const body: JsonObject = isObject(request.body) ? request.body : {};
  const common = { cloud, method: request.method, apiVersion, query: request.query, body };
  const action = path.segment.toLowerCase();
  // `{namespace}/locations/{region}` is a place, not a resource: its actions are the namespace's.
  if (path.parentId === undefined || /\/locations\/[^/]+$/i.test(path.parentId)) {
    const handler = cloud.types.namespaceAction(path.namespace, action);
    if (!handler) throw noSuchAction(path);
    return handler({ ...common, scope: path.scope });
  }
  const id = parseResourceId(path.parentId);
  const type = id && cloud.types.find(id.type);
  const existing = id && cloud.find(id);
  if (!id || !existing) {
    if (!id) throw noSuchAction(path);
    throw type?.absent?.(id, cloud) ?? resourceNotFound(id.type, id.names, id.resourceGroup);
  }
  const handler = type?.actions?.[action];
  if (!handler) throw noSuchAction(path);
  demandUnlocked(cloud, existing.id, request.method);
  const resourceRequest = { ...common, id, existing };
  return carryOut(cloud, resourceRequest, handler(resourceRequest), {
    origin: request.origin,
    existing,
    jobFault: request.jobFault,
  });
}

function noSuchAction(path: SegmentPath): ArmError {
  return new ArmError(
    404,
    "InvalidResourceType",
    `The action '${path.segment}' could not be found in the namespace '${path.namespace}': the simulator does not model it.`,
  );
}
