import { ArmError } from "../../arm/arm-error";
import { parseResourceId, type ResourceId } from "../../arm/resource-id";
import type { Cloud } from "../../cloud";
import { isGuid } from "../../guid";
import { objectAt, stringAt, type JsonObject } from "../../json";
import type { StoredResource } from "../../store/resource";
import type { ResourceType } from "../resource-type";
import { builtInRoles, type BuiltInRole } from "./built-in-roles";

export const roleDefinitionType = "Microsoft.Authorization/roleDefinitions";

/** Role definitions: the built-in ones at every scope, and custom ones. */
export const roleDefinition: ResourceType = {
  type: roleDefinitionType,
  extension: true,
  modelled:
    "built-in roles of recovery, storage, network, compute and access; `$filter=roleName eq '…'`; custom roles kept",
  implicit: (id, cloud) => {
    const role = builtInRoles.find((candidate) => candidate.id === id.name.toLowerCase());
    return role && builtInRecord(cloud, id, role);
  },
  put: ({ cloud, id, body, existing }) => {
    if (!isGuid(id.name)) {
      throw new ArmError(
        400,
        "InvalidRoleDefinitionId",
        `The role definition ID '${id.name}' is not valid. The role definition ID must be a GUID.`,
      );
    }
    const properties = { type: "CustomRole", ...objectAt(body, "properties") };
    return {
      kind: "stored",
      status: 201,
      resource: cloud.record(id, roleDefinitionType, { properties }, { existing }),
    };
  },
  remove: () => ({ kind: "removed", status: 200 }),
  list: (path, cloud, query) => {
    const wanted = /roleName eq '([^']*)'/i.exec(query.get("$filter") ?? "")?.[1]?.toLowerCase();
    const builtIn = builtInRoles.flatMap((role) => {
      const id = parseResourceId(`${path.scope}/providers/${roleDefinitionType}/${role.id}`);
      return id ? [builtInRecord(cloud, id, role)] : [];
    });
    const own = cloud.store
      .owned(path.scope, roleDefinitionType)
      .filter((found) => found.hidden?.["implicit"] !== true);
    return [...builtIn, ...own].filter((found) => {
      const roleName = stringAt(objectAt(found.envelope, "properties"), "roleName");
      return wanted === undefined || roleName?.toLowerCase() === wanted;
    });
  },
};

/** The role a definition id names at any scope; undefined when there is none. */
export function roleOf(cloud: Cloud, roleDefinitionId: string): JsonObject | undefined {
  const name = roleDefinitionId.split("/").at(-1)?.toLowerCase();
  const builtIn = builtInRoles.find((role) => role.id === name);
  if (builtIn) return { roleName: builtIn.name };
  const custom = cloud.store
    .all()
    .find((found) => found.type === roleDefinitionType && found.name.toLowerCase() === name);
  return custom && objectAt(custom.envelope, "properties");
}

function builtInRecord(cloud: Cloud, id: ResourceId, role: BuiltInRole): StoredResource {
  const properties = {
    roleName: role.name,
    type: "BuiltInRole",
    description: "",
    assignableScopes: ["/"],
    permissions: [
      { actions: role.actions, notActions: [], dataActions: role.dataActions, notDataActions: [] },
    ],
  };
  return { ...cloud.record(id, roleDefinitionType, { properties }), etag: role.id };
}
