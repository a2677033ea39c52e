import { parseResourceId } from "../../arm/resource-id";
import type { Cloud } from "../../cloud";
import { stableGuid } from "../../guid";
import { objectAt, stringAt, type JsonObject } from "../../json";
import type { Effect } from "../../operations/operation";
import type { StoredResource } from "../../store/resource";
import type { ExistingResourceRequest, Outcome, PutRequest, ResourceType } from "../resource-type";
import { makeFabric } from "./fabric-details";
import { containerRecord } from "./protection-container";
import { absentEntity, siteRecoveryView } from "./site-recovery-entity";
import { accepted } from "./site-recovery-write";
import { refused } from "./site-recovery-error";
import { siteRecoveryId } from "./site-recovery-id";
import { containerType, fabricType } from "./type-names";

const secondsToRemove = 3;

/** Replication fabrics: Azure regions, Hyper-V sites, modernized VMware sites. Others appear by registration (seeds). */
export const replicationFabric: ResourceType = {
  type: fabricType,
  modelled:
    "PUT 202; Azure, HyperVSite, InMageRcm, VMwareV2; friendly name of an Azure fabric is the region's; sites come with their container; DELETE purges with all below, POST remove refuses while items or mappings are in it",
  listShowsNullNextLink: true,
  put,
  remove: removal,
  view: fabricView,
  viewInList: (resource, cloud) => withoutAgents(fabricView(resource, cloud)),
  absent: absentEntity("Fabric"),
  actions: {
    remove,
    checkconsistency: (request) =>
      unchanged(request, "CheckConsistency", "Check the consistency of a fabric"),
    reassociategateway: (request) => unchanged(request, "ReassociateGateway", "Change the process server"),
    removeinfra: (request) => unchanged(request, "RemoveInfra", "Remove the infrastructure"),
    migratetoaad: (request) => unchanged(request, "MigrateToAad", "Migrate a fabric to Microsoft Entra ID"),
    renewcertificate: (request) =>
      unchanged(request, "RenewCertificate", "Renew the certificate of a fabric"),
  },
};

function put(request: PutRequest): Outcome {
  const { cloud, id, body, existing } = request;
  const given = objectAt(objectAt(body, "properties"), "customDetails");
  const identifier = stableGuid(`fabric ${id.key}`);
  const made = makeFabric(given, id.name, identifier);
  const before = existing && objectAt(objectAt(existing.envelope, "properties"), "customDetails");
  if (
    before &&
    (before["instanceType"] !== made.customDetails["instanceType"] ||
      before["location"] !== made.customDetails["location"])
  ) {
    throw refused(
      "FabricAlreadyExists",
      `The fabric '${id.name}' already exists with another type or location.`,
    );
  }
  const properties = {
    friendlyName: made.friendlyName,
    encryptionDetails: { kekState: "None", kekCertThumbprint: null },
    rolloverEncryptionDetails: { kekState: "None", kekCertThumbprint: null },
    internalIdentifier: identifier,
    bcdrState: "Valid",
    customDetails: before ?? made.customDetails,
    healthErrorDetails: [],
    health: "Normal",
  };
  const record = cloud.record(id, fabricType, { properties }, { existing });
  const effects: Effect[] = [{ kind: "store", resource: record }];
  const containerId =
    made.container && parseResourceId(`${record.id}/replicationProtectionContainers/${made.container.name}`);
  if (made.container && containerId && !existing) {
    const fabric = {
      friendlyName: made.friendlyName,
      fabricType: stringAt(made.customDetails, "instanceType") ?? "",
    };
    const container = { friendlyName: made.container.friendlyName, role: "Primary" };
    effects.push({ kind: "store", resource: containerRecord(cloud, containerId, fabric, container) });
  }
  return accepted(request, {
    job: { scenarioName: "CreateSite", friendlyName: "Create a site", targetInstanceType: "Server" },
    seconds: made.seconds,
    effects,
  });
}

function remove(request: ExistingResourceRequest): Outcome {
  const { cloud, existing } = request;
  const inUse = [...cloud.store.descendants(existing.id)].filter((below) =>
    /\/(replicationProtectedItems|replicationProtectionContainerMappings)$/i.test(below.type),
  );
  if (inUse.length > 0) {
    throw refused(
      "FabricNotEmpty",
      `The fabric '${existing.name}' cannot be removed because it still holds: ${inUse.map((each) => each.name).join(", ")}.`,
    );
  }
  return removal(request);
}

function removal(request: ExistingResourceRequest): Outcome {
  return accepted(request, {
    job: { scenarioName: "DeleteSite", friendlyName: "Delete a site", targetInstanceType: "Server" },
    seconds: secondsToRemove,
    effects: [{ kind: "remove", id: request.existing.id }],
  });
}

function unchanged(request: ExistingResourceRequest, scenarioName: string, friendlyName: string): Outcome {
  return accepted(request, {
    job: { scenarioName, friendlyName, targetInstanceType: "Server" },
    seconds: secondsToRemove,
    effects: [],
  });
}

function fabricView(resource: StoredResource, cloud: Cloud): JsonObject {
  const { id, name, type } = siteRecoveryView(resource);
  const properties = objectAt(resource.envelope, "properties");
  const customDetails = objectAt(properties, "customDetails");
  // Recorded: the ids in this list end in the containers' internal GUIDs, not in their names.
  const containerIds = cloud.store
    .owned(resource.id, containerType)
    .map(
      (container) =>
        `${siteRecoveryId(resource.id)}/replicationProtectionContainers/${stableGuid(container.id.toLowerCase())}`,
    );
  const azure = customDetails["instanceType"] === "Azure" ? { containerIds, zones: [] } : {};
  return { name, type, id, properties: { ...properties, customDetails: { ...customDetails, ...azure } } };
}

/** Recorded: the list shows none of the servers and agents of a modernized site, only a GET of the fabric does. */
function withoutAgents(fabric: JsonObject): JsonObject {
  const properties = objectAt(fabric, "properties");
  const customDetails = objectAt(properties, "customDetails");
  if (customDetails["instanceType"] !== "InMageRcm") return fabric;
  const emptied = Object.entries(customDetails).map(
    ([name, value]) => [name, Array.isArray(value) ? [] : value] as const,
  );
  return {
    ...fabric,
    properties: {
      ...properties,
      customDetails: { ...Object.fromEntries(emptied), sourceAgentIdentityDetails: null },
    },
  };
}
