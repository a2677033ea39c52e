import { ArmError } from "../arm/arm-error";
import type { Cloud } from "../cloud";
import { stableGuid } from "../guid";
import { isObject, objectAt, stringAt, type JsonObject } from "../json";
import type { StoredResource } from "../store/resource";

/**
 * The `identity` of a resource as the service shows it: principal and tenant of a system-assigned identity, and
 * client and principal of each user-assigned one. A system-assigned principal stays the same while it is on.
 *
 * @returns undefined when there is no identity.
 * @throws ArmError 400 for an unknown type, or for a user-assigned identity that does not exist.
 */
export function settleIdentity(
  cloud: Cloud,
  resourceId: string,
  given: unknown,
  before: JsonObject,
): JsonObject | undefined {
  if (!isObject(given)) return undefined;
  const kinds = (stringAt(given, "type") ?? "None").split(",").map((kind) => kind.trim().toLowerCase());
  const unknown = kinds.find((kind) => !["none", "systemassigned", "userassigned"].includes(kind));
  if (unknown !== undefined) {
    throw new ArmError(
      400,
      "InvalidIdentityType",
      `The identity type '${stringAt(given, "type") ?? ""}' is not valid.`,
    );
  }
  const isSystem = kinds.includes("systemassigned");
  const isUser = kinds.includes("userassigned");
  if (!isSystem && !isUser) return undefined;
  const type = [...(isSystem ? ["SystemAssigned"] : []), ...(isUser ? ["UserAssigned"] : [])].join(", ");
  const system = isSystem
    ? {
        principalId: stringAt(before, "principalId") ?? stableGuid(`principal ${resourceId.toLowerCase()}`),
        tenantId: cloud.identity.tenantId,
      }
    : {};
  return { type, ...system, ...(isUser ? { userAssignedIdentities: userAssigned(cloud, given) } : {}) };
}

/** The `identity` after a PATCH, which leaves it alone when it names none; an empty object: none. @throws as above. */
export function patchedIdentity(
  cloud: Cloud,
  existing: StoredResource,
  body: JsonObject,
): { readonly identity?: unknown } {
  const before = existing.envelope["identity"];
  const identity =
    body["identity"] === undefined
      ? before
      : settleIdentity(cloud, existing.id, body["identity"], objectAt(existing.envelope, "identity"));
  return identity === undefined ? {} : { identity };
}

function userAssigned(cloud: Cloud, given: JsonObject): JsonObject {
  const ids = Object.keys(objectAt(given, "userAssignedIdentities"));
  if (ids.length === 0) {
    throw new ArmError(
      400,
      "InvalidIdentityValues",
      "The identity values are invalid: a user-assigned identity needs at least one id in 'userAssignedIdentities'.",
    );
  }
  return Object.fromEntries(
    ids.map((id) => {
      const identity = cloud.store.get(id);
      if (!identity) {
        throw new ArmError(
          400,
          "FailedIdentityOperation",
          `Identity operation failed: the user-assigned identity '${id}' was not found.`,
        );
      }
      const properties = objectAt(identity.envelope, "properties");
      const key = identity.id.toLowerCase();
      return [
        id,
        {
          principalId: properties["principalId"] ?? stableGuid(`principal ${key}`),
          clientId: properties["clientId"] ?? stableGuid(`client ${key}`),
        },
      ];
    }),
  );
}
