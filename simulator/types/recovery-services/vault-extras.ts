import { createHash } from "node:crypto";
import { parseResourceId } from "../../arm/resource-id";
import { objectAt, stringAt, type JsonObject } from "../../json";
import type { NamespaceAction, ResourceType } from "../resource-type";
import { vaultType } from "./type-names";

/** `vaultExtendedInfo`: the integrity key a provider registers with. Always there. */
export const vaultExtendedInfo: ResourceType = {
  type: `${vaultType}/extendedInformation`,
  modelled: "`vaultExtendedInfo` is always there; PUT and PATCH keep",
  implicit: (id, cloud) =>
    cloud.record(id, `${vaultType}/extendedInformation`, {
      properties: {
        algorithm: "None",
        integrityKey: createHash("sha256").update(id.key).digest("base64").slice(0, 24),
      },
    }),
  put: ({ cloud, id, body, existing }) => ({
    kind: "stored",
    status: 200,
    resource: cloud.record(
      id,
      `${vaultType}/extendedInformation`,
      { properties: objectAt(body, "properties") },
      { existing },
    ),
  }),
  patch: ({ cloud, body, existing }) => ({
    kind: "stored",
    status: 200,
    resource: cloud.revise(existing, {
      properties: { ...objectAt(existing.envelope, "properties"), ...objectAt(body, "properties") },
    }),
  }),
  view: (resource): JsonObject => ({
    id: resource.id,
    name: resource.name,
    type: resource.type,
    etag: resource.etag,
    properties: resource.envelope["properties"],
  }),
};

/** `POST {group}/providers/Microsoft.RecoveryServices/locations/{region}/checkNameAvailability` has a resource path; this is its word. */
export const checkVaultName: NamespaceAction = ({ cloud, body, scope }) => {
  const name = stringAt(body, "name") ?? "";
  const id = parseResourceId(`${scope}/providers/${vaultType}/${name}`);
  if (id && cloud.find(id)) {
    return {
      status: 200,
      body: {
        nameAvailable: false,
        reason: "AlreadyExists",
        message: "Resource already exists with the same name.",
      },
    };
  }
  return { status: 200, body: { nameAvailable: true } };
};
