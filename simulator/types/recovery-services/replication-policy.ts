import { objectAt, stringAt, type JsonObject } from "../../json";
import type { ExistingResourceRequest, Outcome, PutRequest, ResourceType } from "../resource-type";
import { mappingType } from "./type-names";
import { policyDetails } from "./policy-details";
import { accepted, refused, siteRecoveryView, vaultIdOf } from "./site-recovery";

export const policyType = "Microsoft.RecoveryServices/vaults/replicationPolicies";

/** Recorded: nought to two seconds. */
const secondsToWrite = 1;

/** Replication policies of all providers. */
export const replicationPolicy: ResourceType = {
  type: policyType,
  modelled:
    "PUT takes providerSpecificInput, PATCH replicationProviderSettings; both read back as providerSpecificDetails with the service's names and defaults; DELETE refused while a container mapping uses it",
  listShowsNullNextLink: true,
  put,
  patch,
  remove,
  view: siteRecoveryView,
};

function put({ cloud, id, body, existing }: PutRequest): Outcome {
  const given = objectAt(objectAt(body, "properties"), "providerSpecificInput");
  const record = cloud.record(id, policyType, { properties: propertiesOf(id.name, given) }, { existing });
  return accepted(secondsToWrite, [{ kind: "store", resource: record }]);
}

function patch({ cloud, body, existing }: ExistingResourceRequest): Outcome {
  const given = objectAt(objectAt(body, "properties"), "replicationProviderSettings");
  const before = objectAt(objectAt(existing.envelope, "properties"), "providerSpecificDetails");
  if (stringAt(given, "instanceType") !== stringAt(before, "instanceType")) {
    throw refused(
      "InvalidParameter",
      `The policy '${existing.name}' is of the type '${stringAt(before, "instanceType") ?? ""}'; 'replicationProviderSettings' is of the type '${stringAt(given, "instanceType") ?? ""}'.`,
    );
  }
  const record = cloud.revise(existing, { properties: propertiesOf(existing.name, given) });
  return accepted(secondsToWrite, [{ kind: "store", resource: record }]);
}

function remove({ cloud, existing }: ExistingResourceRequest): Outcome {
  const users = [...cloud.store.descendants(vaultIdOf(existing.id))].filter(
    (below) =>
      below.type === mappingType &&
      stringAt(objectAt(below.envelope, "properties"), "policyId")?.toLowerCase() ===
        existing.id.toLowerCase(),
  );
  if (users.length > 0) {
    throw refused(
      "PolicyInUse",
      `The policy '${existing.name}' cannot be deleted because it is associated through: ${users.map((user) => user.name).join(", ")}.`,
      409,
    );
  }
  return accepted(secondsToWrite, [{ kind: "remove", id: existing.id }]);
}

function propertiesOf(name: string, given: JsonObject): JsonObject {
  return { friendlyName: name, providerSpecificDetails: policyDetails(given) };
}
