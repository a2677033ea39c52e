import { objectAt, stringAt, type JsonObject } from "../../json";
import type { ExistingResourceRequest, Outcome, PutRequest, ResourceType } from "../resource-type";
import { policyDetails } from "./policy-details";
import { absentEntity, siteRecoveryView } from "./site-recovery-entity";
import { accepted } from "./site-recovery-write";
import { refused } from "./site-recovery-error";
import { vaultIdOf } from "./site-recovery-id";
import { mappingType, policyType } from "./type-names";

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
  absent: absentEntity("Policy"),
};

const job = (scenarioName: string, friendlyName: string) => ({
  scenarioName,
  friendlyName,
  targetInstanceType: "ProtectionProfile",
});

function put(request: PutRequest): Outcome {
  const { cloud, id, body, existing } = request;
  const given = objectAt(objectAt(body, "properties"), "providerSpecificInput");
  const record = cloud.record(id, policyType, { properties: propertiesOf(id.name, given) }, { existing });
  return accepted(request, {
    job: job("AddProtectionProfile", "Create a replication policy"),
    seconds: secondsToWrite,
    effects: [{ kind: "store", resource: record }],
  });
}

function patch(request: ExistingResourceRequest): Outcome {
  const { cloud, body, existing } = request;
  const given = objectAt(objectAt(body, "properties"), "replicationProviderSettings");
  const before = objectAt(objectAt(existing.envelope, "properties"), "providerSpecificDetails");
  if (stringAt(given, "instanceType") !== stringAt(before, "instanceType")) {
    throw refused(
      "InvalidParameter",
      `The policy '${existing.name}' is of the type '${stringAt(before, "instanceType") ?? ""}'; 'replicationProviderSettings' is of the type '${stringAt(given, "instanceType") ?? ""}'.`,
    );
  }
  const record = cloud.revise(existing, { properties: propertiesOf(existing.name, given) });
  return accepted(request, {
    job: job("UpdateProtectionProfile", "Update a replication policy"),
    seconds: secondsToWrite,
    effects: [{ kind: "store", resource: record }],
  });
}

function remove(request: ExistingResourceRequest): Outcome {
  const { cloud, existing } = request;
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
    );
  }
  return accepted(request, {
    job: job("DeleteProtectionProfile", "Delete a replication policy"),
    seconds: secondsToWrite,
    effects: [{ kind: "remove", id: existing.id }],
  });
}

function propertiesOf(name: string, given: JsonObject): JsonObject {
  return { friendlyName: name, providerSpecificDetails: policyDetails(given) };
}
