import { ArmError } from "../../arm/arm-error";
import { azureTimestamp } from "../../clock";
import { objectAt, withDefaults, type JsonObject } from "../../json";
import type { Cloud } from "../../cloud";
import type { ResourceId } from "../../arm/resource-id";
import type { StoredResource } from "../../store/resource";
import type { ResourceType } from "../resource-type";
import { accountType } from "./storage-account";

const blobServiceType = `${accountType}/blobServices`;
const containerType = `${blobServiceType}/containers`;

/** The blob service of an account: always there, under the name `default`. */
export const blobService: ResourceType = {
  type: blobServiceType,
  modelled: "`default` is always there; PUT keeps settings; no DELETE",
  implicit: (id, cloud) => (id.name.toLowerCase() === "default" ? record(id, cloud, {}) : undefined),
  put: ({ cloud, id, body, existing }) => {
    if (id.name.toLowerCase() !== "default") {
      throw new ArmError(
        400,
        "InvalidResourceName",
        `The blob service of a storage account is called 'default', not '${id.name}'.`,
      );
    }
    return {
      kind: "stored",
      status: 200,
      resource: record(id, cloud, objectAt(body, "properties"), existing),
    };
  },
  view: (resource, cloud) => {
    const account = cloud.store.get(resource.id.replace(/\/blobServices\/[^/]+$/i, ""));
    return {
      sku: account?.envelope["sku"],
      id: resource.id,
      name: resource.name,
      type: resource.type,
      properties: resource.envelope["properties"],
    };
  },
};

function record(id: ResourceId, cloud: Cloud, given: JsonObject, existing?: StoredResource): StoredResource {
  const properties = withDefaults(given, {
    cors: { corsRules: [] },
    deleteRetentionPolicy: { allowPermanentDelete: false, enabled: false },
  });
  return cloud.record(id, blobServiceType, { properties }, { existing });
}

/** Containers of an account. */
export const blobContainer: ResourceType = {
  type: containerType,
  modelled: "name rules; defaults; public access refused where the account forbids it; PATCH, DELETE at once",
  sendsETag: true,
  checkName: (name) =>
    /^(\$root|\$web|\$logs|(?=.{3,63}$)[a-z0-9]+(-[a-z0-9]+)*)$/.test(name)
      ? undefined
      : new ArmError(
          400,
          "ContainerNameInvalid",
          `The container name '${name}' is not valid: 3 to 63 lower-case letters, digits and single hyphens, starting and ending with a letter or digit.`,
        ),
  put: ({ cloud, id, body, existing }) => {
    const account = cloud.store.get(id.id.replace(/\/blobServices\/.*$/i, ""));
    const given = objectAt(body, "properties");
    const allowsPublic = objectAt(account?.envelope, "properties")["allowBlobPublicAccess"] !== false;
    if (!allowsPublic && given["publicAccess"] !== undefined && given["publicAccess"] !== "None") {
      throw new ArmError(
        409,
        "PublicAccessNotPermitted",
        "Public access is not permitted on this storage account.",
      );
    }
    const properties = {
      deleted: false,
      remainingRetentionDays: 0,
      defaultEncryptionScope: "$account-encryption-key",
      denyEncryptionScopeOverride: false,
      publicAccess: "None",
      leaseStatus: "Unlocked",
      leaseState: "Available",
      hasImmutabilityPolicy: false,
      hasLegalHold: false,
      ...given,
      lastModifiedTime: azureTimestamp(cloud.clock.now()),
    };
    return { kind: "stored", resource: cloud.record(id, containerType, { properties }, { existing }) };
  },
  patch: ({ cloud, body, existing }) => {
    const properties = { ...objectAt(existing.envelope, "properties"), ...objectAt(body, "properties") };
    return { kind: "stored", status: 200, resource: cloud.revise(existing, { properties }) };
  },
  remove: () => ({ kind: "removed", status: 200 }),
  view: (resource) => ({
    id: resource.id,
    name: resource.name,
    type: resource.type,
    etag: `"${resource.etag}"`,
    properties: resource.envelope["properties"],
  }),
};

/** Lifecycle policy of an account. */
export const managementPolicy: ResourceType = {
  type: `${accountType}/managementPolicies`,
  modelled: "kept with the time of its change; only under the name `default`",
  put: ({ cloud, id, body, existing }) => {
    if (id.name.toLowerCase() !== "default") {
      throw new ArmError(
        400,
        "InvalidResourceName",
        `The management policy is called 'default', not '${id.name}'.`,
      );
    }
    const properties = {
      ...objectAt(body, "properties"),
      lastModifiedTime: azureTimestamp(cloud.clock.now()),
    };
    const type = `${accountType}/managementPolicies`;
    return { kind: "stored", status: 200, resource: cloud.record(id, type, { properties }, { existing }) };
  },
  remove: () => ({ kind: "removed", status: 200 }),
};
