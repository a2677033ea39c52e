import { stableGuid } from "../../guid";
import { objectAt, stringAt, type JsonObject } from "../../json";
import { normalizeLocation, regionDisplayName } from "../../regions";
import type { StoredResource } from "../../store/resource";
import type { Cloud } from "../../cloud";
import type { ExistingResourceRequest, Outcome, PutRequest, ResourceType } from "../resource-type";
import { accepted, refused, siteRecoveryId, siteRecoveryView } from "./site-recovery";

export const fabricType = "Microsoft.RecoveryServices/vaults/replicationFabrics";

/** Recorded: an Azure fabric took 65 to 70 seconds, a Hyper-V site less than one. */
const secondsToCreate: Readonly<Record<string, number>> = { Azure: 68, HyperVSite: 1 };
const secondsToCreateOther = 5;
const secondsToRemove = 3;

/** What a fabric's customDetails become, by the instance type they are created with. */
const details: Readonly<Record<string, (given: JsonObject) => JsonObject>> = {
  Azure: (given) => ({
    instanceType: "Azure",
    location: normalizeLocation(stringAt(given, "location") ?? ""),
  }),
  HyperVSite: () => ({ instanceType: "HyperVSite", hyperVHosts: [] }),
  InMageRcm: (given) => ({
    instanceType: "InMageRcm",
    vmwareSiteId: given["vmwareSiteId"],
    physicalSiteId: given["physicalSiteId"],
    serviceEndpoint: "",
    serviceResourceId: "",
    serviceContainerId: "",
    dataPlaneUri: "",
    controlPlaneUri: "",
    sourceAgentIdentityDetails: given["sourceAgentIdentity"] ?? null,
    processServers: [],
    rcmProxies: [],
    pushInstallers: [],
    replicationAgents: [],
    reprotectAgents: [],
    marsAgents: [],
    dras: [],
    agentDetails: [],
  }),
  VMwareV2: (given) => ({
    instanceType: "VMwareV2",
    migrationSolutionId: given["migrationSolutionId"],
    vmwareSiteId: given["vmwareSiteId"] ?? null,
    physicalSiteId: given["physicalSiteId"] ?? null,
    processServers: [],
  }),
};

/** Replication fabrics: Azure regions, Hyper-V sites, modernized VMware sites. Others appear by registration (seeds). */
export const replicationFabric: ResourceType = {
  type: fabricType,
  modelled:
    "PUT 202; Azure, HyperVSite, InMageRcm, VMwareV2; friendly name of an Azure fabric is the region's; DELETE purges with all below, POST remove refuses while containers hold items",
  listShowsNullNextLink: true,
  put,
  remove: ({ existing }) => accepted(secondsToRemove, [{ kind: "remove", id: existing.id }]),
  view: fabricView,
  actions: {
    remove,
    checkconsistency: ({ existing }) => accepted(secondsToRemove, [{ kind: "store", resource: existing }]),
    migratetoaad: ({ existing }) => accepted(secondsToRemove, [{ kind: "store", resource: existing }]),
    renewcertificate: ({ existing }) => accepted(secondsToRemove, [{ kind: "store", resource: existing }]),
  },
};

function put({ cloud, id, body, existing }: PutRequest): Outcome {
  const given = objectAt(objectAt(body, "properties"), "customDetails");
  const instanceType = stringAt(given, "instanceType");
  const make = details[instanceType ?? ""];
  if (instanceType === undefined || !make) {
    throw refused(
      "InvalidParameter",
      `A fabric of the type '${instanceType ?? ""}' cannot be created. The types are ${Object.keys(details).join(", ")}.`,
    );
  }
  const location = stringAt(given, "location");
  if (instanceType === "Azure" && (location === undefined || regionDisplayName(location) === undefined)) {
    throw refused(
      "InvalidParameter",
      `The location '${location ?? ""}' of the fabric is not an Azure region.`,
    );
  }
  const before = existing && objectAt(objectAt(existing.envelope, "properties"), "customDetails");
  if (before && before["instanceType"] !== instanceType) {
    throw refused("FabricAlreadyExists", `The fabric '${id.name}' already exists with another type.`, 409);
  }
  const friendlyName = instanceType === "Azure" ? regionDisplayName(location ?? "") : id.name;
  const properties = {
    friendlyName,
    encryptionDetails: { kekState: "None", kekCertThumbprint: null },
    rolloverEncryptionDetails: { kekState: "None", kekCertThumbprint: null },
    internalIdentifier: stableGuid(`fabric ${id.key}`),
    bcdrState: "Valid",
    customDetails: before ?? make(given),
    healthErrorDetails: [],
    health: "Normal",
  };
  const record = cloud.record(id, fabricType, { properties }, { existing });
  return accepted(secondsToCreate[instanceType] ?? secondsToCreateOther, [
    { kind: "store", resource: record },
  ]);
}

function remove({ cloud, existing }: ExistingResourceRequest): Outcome {
  const items = [...cloud.store.descendants(existing.id)].filter((below) =>
    /\/(replicationProtectedItems|replicationProtectionContainerMappings)$/i.test(below.type),
  );
  if (items.length > 0) {
    throw refused(
      "FabricNotEmpty",
      `The fabric '${existing.name}' cannot be removed because it still holds: ${items.map((item) => item.name).join(", ")}.`,
      409,
    );
  }
  return accepted(secondsToRemove, [{ kind: "remove", id: existing.id }]);
}

function fabricView(resource: StoredResource, cloud: Cloud): JsonObject {
  const { id, name, type, properties } = siteRecoveryView(resource);
  const shown = properties as JsonObject;
  const customDetails = objectAt(shown, "customDetails");
  const containers = cloud.store
    .owned(resource.id, `${fabricType}/replicationProtectionContainers`)
    .map((container) => siteRecoveryId(container.id));
  const azure = customDetails["instanceType"] === "Azure" ? { containerIds: containers, zones: [] } : {};
  return { name, type, id, properties: { ...shown, customDetails: { ...customDetails, ...azure } } };
}
