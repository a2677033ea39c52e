import { ArmError } from "../../arm/arm-error";
import { stableGuid } from "../../guid";
import { objectAt } from "../../json";
import type { ResourceProvider, ResourceType } from "../resource-type";

const identityType = "Microsoft.ManagedIdentity/userAssignedIdentities";

/** User-assigned identities. */
const userAssignedIdentity: ResourceType = {
  type: identityType,
  modelled: "PUT 201/200 at once; client, principal and tenant id; PATCH, DELETE at once",
  tracked: true,
  checkName: (name) =>
    /^[a-z0-9][\w-]{2,127}$/i.test(name)
      ? undefined
      : new ArmError(
          400,
          "InvalidResourceName",
          `The identity name '${name}' is not valid: 3 to 128 letters, digits, hyphens and underscores.`,
        ),
  put: ({ cloud, id, body, existing }) => ({
    kind: "stored",
    resource: cloud.record(
      id,
      identityType,
      {
        location: body["location"],
        tags: body["tags"] ?? {},
        properties: {
          tenantId: cloud.identity.tenantId,
          principalId: stableGuid(`principal ${id.key}`),
          clientId: stableGuid(`client ${id.key}`),
        },
      },
      { existing },
    ),
  }),
  patch: ({ cloud, body, existing }) => ({
    kind: "stored",
    status: 200,
    resource: cloud.revise(existing, {
      ...existing.envelope,
      ...(body["tags"] === undefined ? {} : { tags: body["tags"] }),
    }),
  }),
  remove: () => ({ kind: "removed", status: 200 }),
};

/** Federated credentials of an identity. */
const federatedCredential: ResourceType = {
  type: `${identityType}/federatedIdentityCredentials`,
  modelled: "issuer, subject and audiences demanded; at once",
  put: ({ cloud, id, body, existing }) => {
    const given = objectAt(body, "properties");
    for (const field of ["issuer", "subject", "audiences"]) {
      if (given[field] === undefined)
        throw new ArmError(400, "BadRequest", `The federated identity credential lacks '${field}'.`);
    }
    const properties = { issuer: given["issuer"], subject: given["subject"], audiences: given["audiences"] };
    const type = `${identityType}/federatedIdentityCredentials`;
    return { kind: "stored", resource: cloud.record(id, type, { properties }, { existing }) };
  },
  remove: () => ({ kind: "removed", status: 200 }),
};

export const managedIdentityProvider: ResourceProvider = {
  namespace: "Microsoft.ManagedIdentity",
  types: [userAssignedIdentity, federatedCredential],
};
