import { ArmError } from "../../arm/arm-error";
import { present } from "../../arm/present";
import { parseResourceId } from "../../arm/resource-id";
import type { Cloud } from "../../cloud";
import { isObject, objectAt, stringAt, type JsonObject } from "../../json";
import type { StoredResource } from "../../store/resource";
import type { NamespaceAction, ResourceProvider } from "../resource-type";
import { parseQuery, type Row } from "./query";

/** The service's bound on `$top`, and its default. */
const mostRows = 1000;
const defaultRows = 100;

/**
 * Azure Resource Graph: `POST /providers/Microsoft.ResourceGraph/resources`.
 *
 * @see https://learn.microsoft.com/rest/api/azureresourcegraph/resourcegraph/resources/resources
 */
export const resourceGraphProvider: ResourceProvider = {
  namespace: "Microsoft.ResourceGraph",
  types: [],
  actions: { resources: answerQuery },
};

function answerQuery({ cloud, body }: Parameters<NamespaceAction>[0]): ReturnType<NamespaceAction> {
  const options = objectAt(body, "options");
  const query = stringAt(body, "query");
  if (query === undefined || query.trim() === "") throw invalid("The required 'query' is missing.");
  const format = stringAt(options, "resultFormat") ?? "objectArray";
  if (format !== "objectArray")
    throw invalid(`The simulator answers in the format 'objectArray', not '${format}'.`);
  const top = options["$top"] ?? defaultRows;
  if (typeof top !== "number" || !Number.isInteger(top) || top < 1 || top > mostRows) {
    throw invalid(`'$top' has to be a whole number between 1 and ${mostRows}.`);
  }
  const from = offsetOf(stringAt(options, "$skipToken")) ?? Number(options["$skip"] ?? 0);
  const found = parseQuery(query)(rowsOf(cloud, body));
  const data = found.slice(from, from + top);
  const hasMore = from + data.length < found.length;
  return {
    status: 200,
    body: {
      totalRecords: found.length,
      count: data.length,
      data,
      facets: [],
      resultTruncated: "false",
      ...(hasMore ? { $skipToken: Buffer.from(`from ${from + data.length}`).toString("base64") } : {}),
    },
  };
}

function offsetOf(token: string | undefined): number | undefined {
  if (token === undefined) return undefined;
  const offset = /^from (\d+)$/.exec(Buffer.from(token, "base64").toString("utf8"))?.[1];
  if (offset === undefined) throw invalid("The '$skipToken' is none that was handed out.");
  return Number(offset);
}

/** What Resource Graph's table `Resources` has: the resources of the subscriptions asked for that lie in groups. */
function rowsOf(cloud: Cloud, body: JsonObject): readonly Row[] {
  const asked = Array.isArray(body["subscriptions"]) ? body["subscriptions"] : [];
  const own = cloud.identity.subscriptionId;
  if (asked.length > 0 && !asked.some((id) => typeof id === "string" && cloud.hasSubscription(id))) return [];
  const isTop = (resource: StoredResource) => {
    const id = parseResourceId(resource.id);
    // Groups have a table of their own; what hangs on another resource (locks, roles) is not in this one.
    if (id === undefined || !/\/resourceGroups\/[^/]+$/i.test(id.scope)) return false;
    const type = cloud.types.find(resource.type);
    return type?.extension !== true && (type?.tracked ?? id.parentId === undefined);
  };
  return cloud
    .live()
    .filter(isTop)
    .map((resource) => rowOf(cloud, resource, own));
}

function rowOf(cloud: Cloud, resource: StoredResource, subscriptionId: string): Row {
  const shown = present(resource, cloud);
  const or = (name: string) => shown[name] ?? null;
  return {
    id: resource.id,
    name: resource.name,
    // Recorded in exports: Resource Graph writes types and groups in lower case.
    type: resource.type.toLowerCase(),
    tenantId: cloud.identity.tenantId,
    kind: shown["kind"] ?? "",
    location: shown["location"] ?? "",
    resourceGroup: parseResourceId(resource.id)?.resourceGroup?.toLowerCase() ?? "",
    subscriptionId,
    managedBy: shown["managedBy"] ?? "",
    sku: or("sku"),
    plan: or("plan"),
    properties: isObject(shown["properties"]) ? shown["properties"] : null,
    tags: or("tags"),
    identity: or("identity"),
    zones: or("zones"),
    extendedLocation: or("extendedLocation"),
  };
}

function invalid(message: string): ArmError {
  return new ArmError(400, "BadRequest", message);
}
