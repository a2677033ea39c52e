import { ArmError } from "../../arm/arm-error";
import { azureTimestamp } from "../../clock";
import type { Cloud } from "../../cloud";
import { mergePatch, objectAt, stringAt, withDefaults, type JsonObject } from "../../json";
import { patchedIdentity, settleIdentity } from "../identity";
import type {
  ExistingResourceRequest,
  NamespaceAction,
  Outcome,
  PutRequest,
  ResourceType,
} from "../resource-type";
import { accountKeys, regenerateKey } from "./account-keys";
import { checkKindAndSku, skuTier } from "./account-sku";
import { primaryEndpoints } from "./endpoints";

export const accountType = "Microsoft.Storage/storageAccounts";

/** Recorded: done between the poll at once and the one after 17 seconds. */
const secondsToCreate = 17;

/** Storage accounts. */
export const storageAccount: ResourceType = {
  type: accountType,
  modelled:
    "PUT 202 with Location; name rules and uniqueness across groups; kind and SKU validity; defaults and read-only fields of the service; keys; PATCH and DELETE at once",
  tracked: true,
  checkName: (name) =>
    /^[a-z0-9]{3,24}$/.test(name)
      ? undefined
      : new ArmError(
          400,
          "AccountNameInvalid",
          `${name} is not a valid storage account name. Storage account name must be between 3 and 24 characters in length and use numbers and lower-case letters only.`,
        ),
  put,
  patch,
  remove: () => ({ kind: "removed", status: 200 }),
  actions: { listkeys: accountKeys, regeneratekey: regenerateKey },
};

/** `POST {subscription}/providers/Microsoft.Storage/checkNameAvailability`. */
export const checkNameAvailability: NamespaceAction = ({ cloud, body }) => {
  const name = stringAt(body, "name") ?? "";
  const refusal = storageAccount.checkName?.(name);
  if (refusal)
    return {
      status: 200,
      body: { nameAvailable: false, reason: "AccountNameInvalid", message: refusal.message },
    };
  if (isTaken(cloud, name)) {
    return {
      status: 200,
      body: { nameAvailable: false, reason: "AlreadyExists", message: taken(name).message },
    };
  }
  return { status: 200, body: { nameAvailable: true } };
};

function put({ cloud, id, body, existing }: PutRequest): Outcome {
  if (!existing && isTaken(cloud, id.name)) throw taken(id.name);
  const given = objectAt(body, "properties");
  const before = objectAt(existing?.envelope, "properties");
  const { kind, sku } = checkKindAndSku(body, given, existing?.envelope);
  const location = String(body["location"]);
  const identity = settleIdentity(cloud, id.id, body["identity"], objectAt(existing?.envelope, "identity"));
  const properties = accountProperties(cloud, id.name, { kind, location, sku }, withDefaults(given, before));
  const envelope: JsonObject = {
    sku: { name: sku, tier: skuTier(sku) },
    kind,
    location,
    tags: body["tags"] ?? {},
    ...(identity === undefined ? {} : { identity }),
    ...(body["extendedLocation"] === undefined ? {} : { extendedLocation: body["extendedLocation"] }),
    properties,
  };
  const record = cloud.record(id, accountType, envelope, { existing });
  if (existing) return { kind: "stored", status: 200, resource: record };
  return {
    kind: "accepted",
    style: "storage",
    seconds: secondsToCreate,
    effects: [{ kind: "store", resource: record }],
  };
}

function patch({ cloud, body, existing }: ExistingResourceRequest): Outcome {
  const { sku: _sku, kind: _kind, identity: _identity, properties, ...rest } = body;
  const { kind, sku } = checkKindAndSku(body, objectAt(body, "properties"), existing.envelope);
  const merged = mergePatch(
    objectAt(existing.envelope, "properties"),
    objectAt({ properties }, "properties"),
  );
  const { identity: _before, ...keep } = existing.envelope;
  const envelope = {
    ...keep,
    ...(rest["tags"] === undefined ? {} : { tags: rest["tags"] }),
    ...patchedIdentity(cloud, existing, body),
    kind,
    sku: { name: sku, tier: skuTier(sku) },
    properties: merged,
  };
  return { kind: "stored", status: 200, resource: cloud.revise(existing, envelope) };
}

/** Recorded defaults of api-version 2022-09-01; what is given wins. */
function accountProperties(
  cloud: Cloud,
  name: string,
  account: { readonly kind: string; readonly location: string; readonly sku: string },
  given: JsonObject,
): JsonObject {
  const now = azureTimestamp(cloud.clock.now());
  const service = { keyType: "Account", enabled: true, lastEnabledTime: now };
  const hasTier = account.kind === "StorageV2" || account.kind === "BlobStorage";
  const endpoints = primaryEndpoints(name, account.kind, account.sku);
  return {
    ...withDefaults(given, {
      keyCreationTime: { key1: now, key2: now },
      privateEndpointConnections: [],
      minimumTlsVersion: "TLS1_0",
      allowBlobPublicAccess: true,
      networkAcls: { bypass: "AzureServices", virtualNetworkRules: [], ipRules: [], defaultAction: "Allow" },
      supportsHttpsTrafficOnly: true,
      encryption: { services: { file: service, blob: service }, keySource: "Microsoft.Storage" },
      ...(hasTier ? { accessTier: "Hot" } : {}),
      creationTime: now,
    }),
    provisioningState: "Succeeded",
    primaryEndpoints: endpoints,
    primaryLocation: account.location,
    statusOfPrimary: "available",
  };
}

function isTaken(cloud: Cloud, name: string): boolean {
  const lower = name.toLowerCase();
  return (
    cloud.isReserved(accountType, name) ||
    cloud.store
      .all()
      .some((resource) => resource.type === accountType && resource.name.toLowerCase() === lower) ||
    cloud.operations
      .running()
      .some((operation) => operation.resourceId.toLowerCase().endsWith(`/storageaccounts/${lower}`))
  );
}

function taken(name: string): ArmError {
  return new ArmError(
    409,
    "StorageAccountAlreadyTaken",
    `The storage account named ${name} is already taken.`,
  );
}
