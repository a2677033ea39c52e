import type { Cloud } from "../../cloud";
import { stableGuid } from "../../guid";
import { objectAt, stringAt, type JsonObject } from "../../json";
import type { Effect } from "../../operations/operation";
import type { StoredResource } from "../../store/resource";
import type { ExistingResourceRequest, Outcome, PutRequest, ResourceType } from "../resource-type";
import { absentEntity, referred, siteRecoveryView } from "./site-recovery-entity";
import { accepted } from "./site-recovery-write";
import { refused } from "./site-recovery-error";
import { siteRecoveryId } from "./site-recovery-id";
import { containerType, mappingType, policyType, protectedItemType } from "./type-names";

/** Recorded: one second or less. */
const secondsToWrite = 1;

/** The target of everything that is not Azure to Azure, written in place of an id. */
const microsoftAzure = "Microsoft Azure";

/** Container mappings: a container paired with a policy and a target. */
export const containerMapping: ResourceType = {
  type: mappingType,
  modelled:
    "policy and target container must exist and be of one provider; PUT and PATCH keep the automatic update of the agent; DELETE purges, POST remove refuses while items use it",
  listShowsNullNextLink: true,
  put,
  patch,
  remove: (request) => removal(request, [{ kind: "remove", id: request.existing.id }]),
  view: siteRecoveryView,
  absent: absentEntity("ProtectionContainerMapping"),
  actions: { remove },
};

function put(request: PutRequest): Outcome {
  const { cloud, id, body, existing } = request;
  const given = objectAt(body, "properties");
  const policy = referred(cloud, stringAt(given, "policyId"), policyType, "policyId");
  const source = cloud.store.get(id.parentId ?? "");
  if (!source) throw new Error(`The container of ${id.id} went missing between the check and its use.`);
  const target = targetOf(cloud, stringAt(given, "targetProtectionContainerId"));
  const provider =
    stringAt(objectAt(objectAt(policy.envelope, "properties"), "providerSpecificDetails"), "instanceType") ??
    "";
  const input = objectAt(given, "providerSpecificInput");
  checkProvider(provider, stringAt(input, "instanceType"), target.resource !== undefined);
  const taken = cloud.store
    .owned(source.id, mappingType)
    .find(
      (other) =>
        other.id.toLowerCase() !== id.key &&
        targetIdOf(other) === target.id.toLowerCase() &&
        policyIdOf(other) === policy.id.toLowerCase(),
    );
  if (taken) {
    throw refused("575", `The resource already exists under resource name '${taken.name}'.`, 409, {
      possibleCauses: `The resource was created before using resource name '${taken.name}' but now being recreated using a new name '${id.name}'.`,
      recommendedAction: "Use the resource's existing resource name for any action on it.",
    });
  }
  const properties = {
    targetProtectionContainerId: target.id,
    targetProtectionContainerFriendlyName: target.friendlyName,
    ...detailsOf(provider, input, id.name, id.key),
    health: "Normal",
    healthErrorDetails: [],
    policyId: siteRecoveryId(policy.id),
    state: "Paired",
    sourceProtectionContainerFriendlyName: propertyOf(source, "friendlyName"),
    sourceFabricFriendlyName: propertyOf(source, "fabricFriendlyName"),
    targetFabricFriendlyName: target.fabricFriendlyName,
    policyFriendlyName: propertyOf(policy, "friendlyName"),
  };
  const record = cloud.record(id, mappingType, { properties }, { existing });
  return accepted(request, {
    job: {
      scenarioName: "PairClouds",
      friendlyName: "Associate a replication policy",
      targetInstanceType: "ProtectionContainer",
    },
    seconds: secondsToWrite,
    effects: [{ kind: "store", resource: record }],
  });
}

function patch(request: ExistingResourceRequest): Outcome {
  const { cloud, id, body, existing } = request;
  const properties = objectAt(existing.envelope, "properties");
  const input = objectAt(objectAt(body, "properties"), "providerSpecificInput");
  const provider = stringAt(objectAt(properties, "providerSpecificDetails"), "instanceType") ?? "";
  if (stringAt(input, "instanceType") !== provider) {
    throw refused(
      "InvalidParameter",
      `The mapping '${existing.name}' is of the type '${provider}', the input of '${stringAt(input, "instanceType") ?? ""}'.`,
    );
  }
  const record = cloud.revise(existing, {
    properties: { ...properties, ...detailsOf(provider, input, existing.name, id.key) },
  });
  return accepted(request, {
    job: {
      scenarioName: "UpdateContainerMapping",
      friendlyName: "Update a container mapping",
      targetInstanceType: "ProtectionContainer",
    },
    seconds: secondsToWrite,
    effects: [{ kind: "store", resource: record }],
  });
}

function remove(request: ExistingResourceRequest): Outcome {
  const { cloud, id, existing } = request;
  const items = cloud.store
    .owned(id.parentId ?? "", protectedItemType)
    .filter(
      (item) =>
        stringAt(objectAt(item.envelope, "properties"), "policyId")?.toLowerCase() === policyIdOf(existing),
    );
  if (items.length > 0) {
    throw refused(
      "ContainerMappingInUse",
      `The mapping '${existing.name}' cannot be removed because these items replicate by its policy: ${items.map((item) => item.name).join(", ")}.`,
    );
  }
  return removal(request, [{ kind: "remove", id: existing.id }]);
}

function removal(request: ExistingResourceRequest, effects: readonly Effect[]): Outcome {
  return accepted(request, {
    job: {
      scenarioName: "UnpairClouds",
      friendlyName: "Dissociate a replication policy",
      targetInstanceType: "ProtectionContainer",
    },
    seconds: secondsToWrite,
    effects,
  });
}

interface Target {
  readonly id: string;
  readonly friendlyName: unknown;
  readonly fabricFriendlyName: unknown;
  readonly resource?: StoredResource;
}

function targetOf(cloud: Cloud, id: string | undefined): Target {
  if (id?.toLowerCase() === microsoftAzure.toLowerCase()) {
    return { id: microsoftAzure, friendlyName: microsoftAzure, fabricFriendlyName: microsoftAzure };
  }
  const resource = referred(cloud, id, containerType, "targetProtectionContainerId");
  return {
    id: siteRecoveryId(resource.id),
    friendlyName: propertyOf(resource, "friendlyName"),
    fabricFriendlyName: propertyOf(resource, "fabricFriendlyName"),
    resource,
  };
}

function checkProvider(
  policyProvider: string,
  inputProvider: string | undefined,
  hasTargetContainer: boolean,
): void {
  if (
    inputProvider !== undefined &&
    inputProvider !== policyProvider &&
    inputProvider !== "ReplicationProviderSpecificContainerMappingInput"
  ) {
    throw refused(
      "InvalidParameter",
      `The input is of the type '${inputProvider}', the policy of '${policyProvider}'.`,
    );
  }
  if (policyProvider === "A2A" && !hasTargetContainer) {
    throw refused(
      "InvalidParameter",
      "A mapping by an A2A policy needs the id of a container as 'targetProtectionContainerId'.",
    );
  }
}

function detailsOf(provider: string, input: JsonObject, name: string, key: string): JsonObject {
  if (provider === "InMageRcm")
    return { providerSpecificDetails: { instanceType: provider, enableAgentAutoUpgrade: "Disabled" } };
  if (provider !== "A2A") return {};
  const isAutomatic = input["agentAutoUpdateStatus"] === "Enabled";
  const account = input["automationAccountArmId"] ?? null;
  if (isAutomatic && account === null) {
    throw refused("InvalidParameter", "The automatic update of the agent needs 'automationAccountArmId'.");
  }
  return {
    providerSpecificDetails: {
      instanceType: provider,
      agentAutoUpdateStatus: isAutomatic ? "Enabled" : "Disabled",
      automationAccountAuthenticationType: input["automationAccountAuthenticationType"] ?? "RunAsAccount",
      automationAccountArmId: isAutomatic ? account : null,
      scheduleName: isAutomatic ? `${name}_${stableGuid(`schedule ${key}`)}` : null,
      jobScheduleName: isAutomatic ? stableGuid(`job schedule ${key}`) : null,
    },
  };
}

function propertyOf(resource: StoredResource, name: string): unknown {
  return objectAt(resource.envelope, "properties")[name];
}

function policyIdOf(resource: StoredResource): string | undefined {
  return stringAt(objectAt(resource.envelope, "properties"), "policyId")?.toLowerCase();
}

function targetIdOf(resource: StoredResource): string | undefined {
  return stringAt(objectAt(resource.envelope, "properties"), "targetProtectionContainerId")?.toLowerCase();
}
