import { ArmError } from "../../arm/arm-error";
import type { Cloud } from "../../cloud";
import { isObject, mergePatch, objectAt, stringAt, withDefaults, type JsonObject } from "../../json";
import type { StoredResource } from "../../store/resource";
import { patchedIdentity, settleIdentity } from "../identity";
import type { ExistingResourceRequest, Outcome, PutRequest, ResourceType } from "../resource-type";
import { deletedVaultOf } from "./deleted-vault";
import { vaultType } from "./type-names";
import { vaultView } from "./vault-view";

/** Recorded: the etag of a new vault changed within three seconds. */
const creationSeconds = 3;
const changeSeconds = 5;

const skuNames = new Set(["standard", "rs0"]);

/** Recovery Services vaults. */
export const vault: ResourceType = {
  type: vaultType,
  modelled:
    "PUT 201 then operationStatus; PATCH and DELETE 202 with both addresses; identity; security, redundancy and monitoring settings kept; DELETE refused (ServiceResourceNotEmptyWithContainerDetails) while fabrics or replicated items exist; with backup items and soft delete it leaves a deleted vault",
  tracked: true,
  checkName: (name) =>
    /^[a-z][a-z0-9-]{1,49}$/i.test(name)
      ? undefined
      : new ArmError(
          400,
          "InvalidResourceName",
          `The vault name '${name}' is not valid: 2 to 50 characters, starting with a letter, of letters, digits and hyphens.`,
        ),
  put,
  patch,
  remove,
  blocksDeletion: (resource, cloud) => notEmpty(resource, cloud),
  view: vaultView,
};

function put({ cloud, id, body, existing }: PutRequest): Outcome {
  checkSku(objectAt(body, "sku"), true);
  const given = objectAt(body, "properties");
  checkRedundancy(given);
  const fixed = {
    provisioningState: "Succeeded",
    privateEndpointStateForBackup: "None",
    privateEndpointStateForSiteRecovery: "None",
    encryption: null,
  };
  const before = existing ? objectAt(existing.envelope, "properties") : fixed;
  const properties = withDefaults(given, withDefaults(before, fixed));
  checkImmutability(existing, properties);
  const identity = settleIdentity(cloud, id.id, body["identity"], objectAt(existing?.envelope, "identity"));
  const envelope: JsonObject = {
    location: body["location"],
    ...(body["tags"] === undefined ? {} : { tags: body["tags"] }),
    ...(identity === undefined ? {} : { identity }),
    properties,
    sku: body["sku"],
  };
  const record = cloud.record(id, vaultType, envelope, { existing });
  const done = {
    ...record,
    changedAt: new Date(cloud.clock.now().getTime() + creationSeconds * 1000).toISOString(),
  };
  return {
    kind: "accepted",
    style: "vault-create",
    seconds: creationSeconds,
    visible: record,
    effects: [{ kind: "store", resource: done }],
  };
}

function patch({ cloud, body, existing }: ExistingResourceRequest): Outcome {
  const { identity: _identity, properties, ...rest } = body;
  checkSku(objectAt(body, "sku"), false);
  const given = isObject(properties) ? properties : {};
  checkRedundancy(given);
  const merged = mergePatch(objectAt(existing.envelope, "properties"), given);
  checkImmutability(existing, merged);
  const { identity: _before, ...keep } = existing.envelope;
  const envelope = {
    ...keep,
    ...Object.fromEntries(Object.entries(rest).filter(([key]) => key === "tags" || key === "sku")),
    ...patchedIdentity(cloud, existing, body),
    properties: merged,
  };
  return {
    kind: "accepted",
    style: "vault-change",
    seconds: changeSeconds,
    effects: [{ kind: "store", resource: cloud.revise(existing, envelope) }],
  };
}

function remove({ cloud, existing }: ExistingResourceRequest): Outcome {
  const refusal = notEmpty(existing, cloud);
  if (refusal) throw refusal;
  return {
    kind: "accepted",
    style: "vault-change",
    seconds: changeSeconds,
    effects: [
      ...(isSoftDeleted(existing, cloud) ? deletedVaultOf(cloud, existing) : []),
      { kind: "remove", id: existing.id },
    ],
  };
}

/** Documented: a vault with backup items is deleted softly where soft delete is on; an empty one is gone. */
function isSoftDeleted(resource: StoredResource, cloud: Cloud): boolean {
  const security = objectAt(objectAt(resource.envelope, "properties"), "securitySettings");
  const state = stringAt(objectAt(security, "softDeleteSettings"), "softDeleteState");
  if (state === "Disabled") return false;
  return [...cloud.store.descendants(resource.id)].some((below) => isBackupItem(below));
}

function isBackupItem(below: StoredResource): boolean {
  return /\/backupFabrics\/.*\/protectedItems$/i.test(below.type);
}

/** What stands in the way of deleting a vault: everything registered in it, but not its policies. */
function notEmpty(resource: StoredResource, cloud: Cloud): ArmError | undefined {
  const isKept = isSoftDeleted(resource, cloud);
  const blockers = [...cloud.store.descendants(resource.id)].filter(
    (below) =>
      /\/(replicationFabrics|replicationProtectedItems|privateEndpointConnections|protectedItems)$/i.test(
        below.type,
      ) && !(isKept && isBackupItem(below)),
  );
  if (blockers.length === 0) return undefined;
  const names = blockers.map((blocker) => blocker.name).join(", ");
  return new ArmError(
    400,
    "ServiceResourceNotEmptyWithContainerDetails",
    `Vault cannot be deleted as there are existing resources within the vault. : ${names}\nUnregister all containers from the vault and then retry to delete vault. For instructions, see https://aka.ms/AB-AA4ecq5`,
  );
}

function checkSku(sku: JsonObject, isRequired: boolean): void {
  const name = stringAt(sku, "name");
  if (name === undefined && !isRequired) return;
  if (name !== undefined && skuNames.has(name.toLowerCase())) return;
  throw new ArmError(
    400,
    "InvalidSku",
    `The sku '${name ?? ""}' of the vault is not valid. The allowed names are 'Standard' and 'RS0'.`,
  );
}

function checkRedundancy(properties: JsonObject): void {
  const redundancy = objectAt(properties, "redundancySettings");
  if (redundancy["crossRegionRestore"] !== "Enabled") return;
  if (redundancy["standardTierStorageRedundancy"] === "GeoRedundant") return;
  throw new ArmError(
    400,
    "CloudInternalError",
    "Cross Region Restore can be enabled only for a vault whose storage redundancy is GeoRedundant.",
  );
}

/** Locked immutability is for good. */
function checkImmutability(existing: StoredResource | undefined, properties: JsonObject): void {
  const state = (value: JsonObject | undefined): string | undefined =>
    stringAt(objectAt(objectAt(value, "securitySettings"), "immutabilitySettings"), "state");
  if (state(objectAt(existing?.envelope, "properties")) !== "Locked" || state(properties) === "Locked")
    return;
  throw new ArmError(
    400,
    "OperationNotAllowedOnImmutableVault",
    "The immutability of the vault is locked and cannot be changed.",
  );
}
