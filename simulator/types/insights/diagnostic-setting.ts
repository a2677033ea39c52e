import { ArmError } from "../../arm/arm-error";
import { objectAt, objectsAt, stringAt, type JsonObject } from "../../json";
import { parseResourceId } from "../../arm/resource-id";
import type { Cloud } from "../../cloud";
import type { Outcome, PutRequest, ResourceType } from "../resource-type";

const settingType = "Microsoft.Insights/diagnosticSettings";

const destinations = [
  "workspaceId",
  "storageAccountId",
  "eventHubAuthorizationRuleId",
  "marketplacePartnerId",
] as const;

/** Diagnostic settings of any resource. */
export const diagnosticSetting: ResourceType = {
  type: settingType,
  extension: true,
  modelled:
    "needs a destination, and a workspace or account that exists; retention policies filled in; one setting a workspace and category (409)",
  put,
  remove: () => ({ kind: "removed", status: 200 }),
};

function put({ cloud, id, body, existing }: PutRequest): Outcome {
  const given = objectAt(body, "properties");
  if (destinations.every((name) => (stringAt(given, name) ?? "") === "")) {
    throw new ArmError(
      400,
      "BadRequest",
      `At least one data sink needs to be specified: ${destinations.join(", ")}.`,
    );
  }
  checkDestination(cloud, stringAt(given, "workspaceId"), "Microsoft.OperationalInsights/workspaces");
  checkDestination(cloud, stringAt(given, "storageAccountId"), "Microsoft.Storage/storageAccounts");
  checkRivals(cloud, id.scope, id.key, given);
  const properties = {
    ...Object.fromEntries(
      [...destinations, "eventHubName", "logAnalyticsDestinationType", "serviceBusRuleId"].map((name) => [
        name,
        given[name] ?? null,
      ]),
    ),
    metrics: objectsAt(given, "metrics").map(withRetention),
    logs: objectsAt(given, "logs").map(withRetention),
  };
  return {
    kind: "stored",
    status: 200,
    resource: cloud.record(id, settingType, { properties }, { existing }),
  };
}

function withRetention(category: JsonObject): JsonObject {
  return { category: null, categoryGroup: null, retentionPolicy: { enabled: false, days: 0 }, ...category };
}

function checkDestination(cloud: Cloud, target: string | undefined, type: string): void {
  if (target === undefined || target === "") return;
  const id = parseResourceId(target);
  const found = id && cloud.find(id);
  if (found?.type === type) return;
  throw new ArmError(404, "ResourceNotFound", `Resource ${target} not found.`);
}

/** Two settings may not send one category to one workspace. */
function checkRivals(cloud: Cloud, scope: string, key: string, given: JsonObject): void {
  const workspace = stringAt(given, "workspaceId")?.toLowerCase();
  if (workspace === undefined) return;
  const wanted = new Set(categories(given));
  for (const other of cloud.store.owned(scope, settingType)) {
    const properties = objectAt(other.envelope, "properties");
    if (other.id.toLowerCase() === key || stringAt(properties, "workspaceId")?.toLowerCase() !== workspace)
      continue;
    const shared = categories(properties).find((category) => wanted.has(category));
    if (shared === undefined) continue;
    throw new ArmError(
      409,
      "Conflict",
      `Data sink '${workspace}' is already used in diagnostic setting '${other.name}' for category '${shared}'. Data sinks can't be reused in different settings on the same category for the same resource.`,
    );
  }
}

function categories(properties: JsonObject): readonly string[] {
  return [...objectsAt(properties, "logs"), ...objectsAt(properties, "metrics")]
    .filter((entry) => entry["enabled"] === true)
    .map((entry) => stringAt(entry, "category") ?? stringAt(entry, "categoryGroup") ?? "")
    .filter((category) => category !== "");
}
