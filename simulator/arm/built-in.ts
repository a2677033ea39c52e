import type { Cloud } from "../cloud";
import type { JsonObject } from "../json";
import { regions } from "../regions";
import { parseResourceId } from "./resource-id";
import { ArmError } from "./arm-error";
import type { ArmRequest, ArmResponse } from "./arm-request";
import { page, present, presentBriefly, presentInList } from "./present";

/** ARM's own words after a scope: `/subscriptions`, `{subscription}/locations`, `{group}/resources`, `providers` … */
export interface BuiltInPath {
  readonly scope: string;
  readonly segments: readonly string[];
}

/** Answers a path that belongs to ARM itself rather than to a resource provider. */
export function answerBuiltIn(
  cloud: Cloud,
  request: ArmRequest,
  path: BuiltInPath,
  pageSize: number,
): ArmResponse {
  const [word = "", name, action] = path.segments.map((segment) => segment.toLowerCase());
  const isSubscriptionScope = /^\/subscriptions\/[^/]+$/i.test(path.scope);
  if (path.scope === "") {
    if (word === "subscriptions") return { status: 200, body: { value: [subscription(cloud)] } };
    if (word === "tenants") return { status: 200, body: { value: [tenant(cloud)] } };
  }
  if (isSubscriptionScope) {
    if (word === "") return { status: 200, body: subscription(cloud) };
    if (word === "locations")
      return { status: 200, body: { value: regions.map((region) => location(cloud, region)) } };
    if (word === "resourcegroups") return { status: 200, body: groups(cloud, request, path.scope, pageSize) };
    if (word === "tagnames") return { status: 200, body: { value: [] } };
  }
  if (word === "resources") return { status: 200, body: resources(cloud, request, path.scope, pageSize) };
  if (word === "providers") return providers(cloud, name, action);
  throw new ArmError(
    404,
    "InvalidRequestUri",
    `The request address '${request.path}' names nothing Azure Resource Manager knows.`,
  );
}

function subscription(cloud: Cloud): JsonObject {
  const { subscriptionId, subscriptionName, tenantId } = cloud.identity;
  return {
    id: `/subscriptions/${subscriptionId}`,
    authorizationSource: "RoleBased",
    managedByTenants: [],
    subscriptionId,
    tenantId,
    displayName: subscriptionName,
    state: "Enabled",
    subscriptionPolicies: {
      locationPlacementId: "Public_2014-09-01",
      quotaId: "PayAsYouGo_2014-09-01",
      spendingLimit: "Off",
    },
  };
}

function tenant(cloud: Cloud): JsonObject {
  const { tenantId } = cloud.identity;
  return {
    id: `/tenants/${tenantId}`,
    tenantId,
    countryCode: "US",
    displayName: "Simulated tenant",
    domains: [],
    tenantCategory: "Home",
  };
}

function location(cloud: Cloud, region: { readonly name: string; readonly displayName: string }): JsonObject {
  return {
    id: `/subscriptions/${cloud.identity.subscriptionId}/locations/${region.name}`,
    name: region.name,
    type: "Region",
    displayName: region.displayName,
    regionalDisplayName: region.displayName,
    metadata: { regionType: "Physical", regionCategory: "Recommended" },
  };
}

function groups(cloud: Cloud, request: ArmRequest, scope: string, pageSize: number): JsonObject {
  const entries = cloud.store.owned(scope, "Microsoft.Resources/resourceGroups");
  return page(entries, (group) => present(group, cloud), paging(request, pageSize));
}

function resources(cloud: Cloud, request: ArmRequest, scope: string, pageSize: number): JsonObject {
  const filter = /resourceType eq '([^']+)'/i.exec(request.query.get("$filter") ?? "")?.[1]?.toLowerCase();
  const entries = [...cloud.store.descendants(scope)].filter((resource) => {
    // ARM lists tracked resources: top-level or nested ones with a location, never groups.
    if (resource.type === "Microsoft.Resources/resourceGroups") return false;
    if (filter !== undefined && resource.type.toLowerCase() !== filter) return false;
    const type = cloud.types.find(resource.type);
    if (type) return type.tracked ?? false;
    return parseResourceId(resource.id)?.parentId === undefined;
  });
  const isBrief = !(request.query.get("$expand") ?? "").includes("properties");
  return page(
    entries,
    (entry) => (isBrief ? presentBriefly(entry) : presentInList(entry, cloud, request.query)),
    paging(request, pageSize),
  );
}

function paging(request: ArmRequest, pageSize: number) {
  return {
    pageSize,
    skipToken: request.query.get("$skiptoken") ?? undefined,
    address: (skipToken: string) => {
      const query = new URLSearchParams(request.query);
      query.set("$skiptoken", skipToken);
      return `${request.origin}${request.path}?${query.toString()}`;
    },
    showsNull: false,
  };
}

function providers(cloud: Cloud, name: string | undefined, action: string | undefined): ArmResponse {
  const show = (namespace: string): JsonObject => ({
    id: `/subscriptions/${cloud.identity.subscriptionId}/providers/${namespace}`,
    namespace,
    registrationPolicy: "RegistrationRequired",
    registrationState: action === "unregister" ? "Unregistered" : "Registered",
    resourceTypes: cloud.types
      .all()
      .filter((type) => type.type.startsWith(`${namespace}/`))
      .map((type) => ({
        resourceType: type.type.slice(namespace.length + 1),
        locations: regions.map((region) => region.displayName),
        apiVersions: [],
      })),
  });
  const known = cloud.types.providers().map((provider) => provider.namespace);
  if (name === undefined) return { status: 200, body: { value: known.map(show) } };
  const namespace = known.find((candidate) => candidate.toLowerCase() === name);
  if (namespace === undefined) {
    throw new ArmError(404, "InvalidResourceNamespace", `The resource namespace '${name}' is invalid.`);
  }
  return { status: 200, body: show(namespace) };
}
