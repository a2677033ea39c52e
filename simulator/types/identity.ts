import { ArmError } from "../arm/arm-error";
import type { Cloud } from "../cloud";
import { stableGuid } from "../guid";
import { isObject, objectAt, stringAt, type JsonObject } from "../json";

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
