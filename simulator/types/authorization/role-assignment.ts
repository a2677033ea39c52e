import { ArmError } from "../../arm/arm-error";
import type { Cloud } from "../../cloud";
import { azureTimestamp } from "../../clock";
import { isGuid } from "../../guid";
import { objectAt, stringAt, type JsonObject } from "../../json";
import type { Outcome, PutRequest, ResourceType } from "../resource-type";
import { roleOf } from "./role-definition";

export const roleAssignmentType = "Microsoft.Authorization/roleAssignments";

const principalTypes = ["User", "Group", "ServicePrincipal", "ForeignGroup", "Device"];

/** Role assignments. */
export const roleAssignment: ResourceType = {
  type: roleAssignmentType,
  extension: true,
  modelled:
    "GUID name; role must exist; PUT 201, never changed afterwards (RoleAssignmentUpdateNotPermitted), one a principal, role and scope (RoleAssignmentExists); DELETE 200 with the assignment, 204",
  checkName: (name) =>
    isGuid(name)
      ? undefined
      : new ArmError(
          400,
          "InvalidRoleAssignmentId",
          `The role assignment ID '${name}' is not valid. The role assignment ID must be a GUID.`,
        ),
  put,
  remove: ({ cloud, existing }) => {
    cloud.store.remove(existing.id);
    return {
      kind: "answered",
      status: 200,
      body: { id: existing.id, name: existing.name, type: existing.type, ...existing.envelope },
    };
  },
};

function put({ cloud, id, body, existing }: PutRequest): Outcome {
  const given = objectAt(body, "properties");
  const principalId = stringAt(given, "principalId") ?? "";
  const roleDefinitionId = stringAt(given, "roleDefinitionId") ?? "";
  const principalType = stringAt(given, "principalType");
  if (!isGuid(principalId)) {
    throw new ArmError(
      400,
      "InvalidPrincipalId",
      `The Principal ID '${principalId}' is not valid. Principal ID must be a GUID.`,
    );
  }
  if (principalType !== undefined && !principalTypes.includes(principalType)) {
    throw new ArmError(
      400,
      "BadRequestFormat",
      `The principal type '${principalType}' is not one of ${principalTypes.join(", ")}.`,
    );
  }
  if (roleOf(cloud, roleDefinitionId) === undefined) {
    throw new ArmError(
      400,
      "RoleDefinitionDoesNotExist",
      `The specified role definition with ID '${roleDefinitionId.split("/").at(-1)?.replaceAll("-", "") ?? ""}' does not exist.`,
    );
  }
  if (existing) {
    const before = objectAt(existing.envelope, "properties");
    if (stringAt(before, "principalId") !== principalId || !sameRole(before, roleDefinitionId)) {
      throw new ArmError(
        400,
        "RoleAssignmentUpdateNotPermitted",
        "Tenant ID, application ID, principal ID, and scope are not allowed to be updated.",
      );
    }
  }
  const rival = cloud.store.owned(id.scope, roleAssignmentType).find((other) => {
    const properties = objectAt(other.envelope, "properties");
    return (
      other.id.toLowerCase() !== id.key &&
      stringAt(properties, "principalId") === principalId &&
      sameRole(properties, roleDefinitionId)
    );
  });
  if (rival) {
    throw new ArmError(
      409,
      "RoleAssignmentExists",
      `The role assignment already exists. The ID of the existing role assignment is ${rival.name.replaceAll("-", "")}.`,
    );
  }
  return {
    kind: "stored",
    status: 201,
    resource: cloud.record(
      id,
      roleAssignmentType,
      { properties: properties(cloud, id.scope, given, existing?.createdAt) },
      { existing },
    ),
  };
}

function sameRole(properties: JsonObject, roleDefinitionId: string): boolean {
  const name = (id: string | undefined) => id?.split("/").at(-1)?.toLowerCase();
  return name(stringAt(properties, "roleDefinitionId")) === name(roleDefinitionId);
}

function properties(
  cloud: Cloud,
  scope: string,
  given: JsonObject,
  createdAt: string | undefined,
): JsonObject {
  const now = azureTimestamp(cloud.clock.now());
  const role = stringAt(given, "roleDefinitionId")?.split("/").at(-1) ?? "";
  return {
    roleDefinitionId: `/subscriptions/${cloud.identity.subscriptionId}/providers/Microsoft.Authorization/roleDefinitions/${role}`,
    principalId: given["principalId"],
    principalType: given["principalType"] ?? "User",
    scope: cloud.store.get(scope)?.id ?? scope,
    condition: given["condition"] ?? null,
    conditionVersion: given["conditionVersion"] ?? null,
    createdOn: createdAt === undefined ? now : azureTimestamp(new Date(createdAt)),
    updatedOn: now,
    createdBy: cloud.identity.objectId,
    updatedBy: cloud.identity.objectId,
    delegatedManagedIdentityResourceId: given["delegatedManagedIdentityResourceId"] ?? null,
    description: given["description"] ?? null,
  };
}
