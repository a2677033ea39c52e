import { createHash } from "node:crypto";
import { ArmError } from "../../arm/arm-error";
import { azureTimestamp } from "../../clock";
import { stableGuid } from "../../guid";
import { mergePatch, objectAt, stringAt, withDefaults, type JsonObject } from "../../json";
import type { Cloud } from "../../cloud";
import { settleIdentity } from "../identity";
import type {
  ExistingResourceRequest,
  Outcome,
  PutRequest,
  ResourceProvider,
  ResourceType,
} from "../resource-type";

const workspaceType = "Microsoft.OperationalInsights/workspaces";

const secondsToCreate = 20;

const skus = [
  "Free",
  "Standard",
  "Premium",
  "PerNode",
  "PerGB2018",
  "Standalone",
  "CapacityReservation",
  "LACluster",
];

/** Log Analytics workspaces. */
const workspace: ResourceType = {
  type: workspaceType,
  modelled:
    "PUT 201 in `Creating`, then `Succeeded` in the resource itself; retention and SKU checked; keys; DELETE at once, a workspace deleted softly comes back with its id when made again",
  tracked: true,
  checkName: (name) =>
    /^[a-z0-9][a-z0-9-]{2,61}[a-z0-9]$/i.test(name)
      ? undefined
      : new ArmError(
          400,
          "InvalidParameter",
          `The workspace name '${name}' is not valid: 4 to 63 letters, digits and hyphens, with a letter or digit at each end.`,
        ),
  put,
  patch,
  remove: () => ({ kind: "removed", status: 200 }),
  view: (resource, cloud) => ({
    properties: {
      ...objectAt(resource.envelope, "properties"),
      ...(cloud.operations.runningOn(resource.id).length > 0 ? { provisioningState: "Creating" } : {}),
    },
    ...Object.fromEntries(Object.entries(resource.envelope).filter(([key]) => key !== "properties")),
    id: resource.id,
    name: resource.name,
    type: workspaceType,
    etag: `"${resource.etag}"`,
  }),
  actions: {
    sharedkeys: keys,
    listkeys: keys,
  },
};

function put({ cloud, id, body, existing }: PutRequest): Outcome {
  const given = objectAt(body, "properties");
  const sku = stringAt(objectAt(given, "sku"), "name") ?? "PerGB2018";
  if (!skus.some((known) => known.toLowerCase() === sku.toLowerCase())) {
    throw new ArmError(
      400,
      "InvalidParameter",
      `The pricing tier '${sku}' is not one of ${skus.join(", ")}.`,
    );
  }
  const retentionInDays = given["retentionInDays"] ?? 30;
  checkRetention(sku, retentionInDays);
  const identity = settleIdentity(cloud, id.id, body["identity"], objectAt(existing?.envelope, "identity"));
  const envelope: JsonObject = {
    location: body["location"],
    ...(body["tags"] === undefined ? {} : { tags: body["tags"] }),
    ...(identity === undefined ? {} : { identity }),
    properties: propertiesOf(
      cloud,
      id.key,
      given,
      existing && objectAt(existing.envelope, "properties"),
      retentionInDays,
    ),
  };
  const record = cloud.record(id, workspaceType, envelope, { existing });
  if (existing) return { kind: "stored", status: 200, resource: record };
  return {
    kind: "accepted",
    style: "provisioning-state",
    seconds: secondsToCreate,
    visible: record,
    effects: [],
  };
}

function patch({ cloud, body, existing }: ExistingResourceRequest): Outcome {
  const { tags, properties } = body;
  const merged = mergePatch(
    objectAt(existing.envelope, "properties"),
    objectAt({ properties }, "properties"),
  );
  checkRetention(stringAt(objectAt(merged, "sku"), "name") ?? "", merged["retentionInDays"]);
  const envelope = { ...existing.envelope, ...(tags === undefined ? {} : { tags }), properties: merged };
  return { kind: "stored", status: 200, resource: cloud.revise(existing, envelope) };
}

function checkRetention(sku: string, days: unknown): void {
  const isFree = sku.toLowerCase() === "free";
  const isLegal =
    typeof days === "number" &&
    Number.isInteger(days) &&
    (isFree ? days === 7 : days === -1 || (days >= 4 && days <= 730));
  if (isLegal) return;
  throw new ArmError(
    400,
    "InvalidParameter",
    `The retention of ${String(days)} days is not valid for the pricing tier '${sku}': ${isFree ? "7 days" : "4 to 730 days"}.`,
  );
}

function propertiesOf(
  cloud: Cloud,
  key: string,
  given: JsonObject,
  before: JsonObject | undefined,
  retentionInDays: unknown,
): JsonObject {
  const now = azureTimestamp(cloud.clock.now());
  return {
    ...withDefaults(given, {
      sku: { name: "PerGB2018" },
      features: { legacy: 0, searchVersion: 1, enableLogAccessUsingOnlyResourcePermissions: true },
      workspaceCapping: { dailyQuotaGb: -1, quotaNextResetTime: now, dataIngestionStatus: "RespectQuota" },
      publicNetworkAccessForIngestion: "Enabled",
      publicNetworkAccessForQuery: "Enabled",
    }),
    retentionInDays,
    customerId: stableGuid(`workspace ${key}`),
    provisioningState: "Succeeded",
    createdDate: before?.["createdDate"] ?? now,
    modifiedDate: now,
  };
}

function keys({ existing }: ExistingResourceRequest): Outcome {
  const key = (name: string) => createHash("sha512").update(`${existing.id} ${name}`).digest("base64");
  return {
    kind: "answered",
    body: { primarySharedKey: key("primary"), secondarySharedKey: key("secondary") },
  };
}

export const operationalInsightsProvider: ResourceProvider = {
  namespace: "Microsoft.OperationalInsights",
  types: [workspace],
};
