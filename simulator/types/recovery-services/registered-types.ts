import type { Cloud } from "../../cloud";
import { stableGuid } from "../../guid";
import { objectAt, stringAt, type JsonObject } from "../../json";
import type { StoredResource } from "../../store/resource";
import type { ExistingResourceRequest, Outcome, PutRequest, ResourceType } from "../resource-type";
import { absentEntity, referred, siteRecoveryView } from "./site-recovery-entity";
import { accepted } from "./site-recovery-write";
import {
  fabricType,
  protectableItemType,
  providerType,
  storageClassificationMappingType,
  storageClassificationType,
  vCenterType,
} from "./type-names";

/** What registration and discovery bring about: read here, made by seeds. */
function discovered(type: string, entity: string): ResourceType {
  return {
    type,
    modelled: "read-only; comes from seeds",
    listShowsNullNextLink: true,
    view: siteRecoveryView,
    absent: absentEntity(entity),
  };
}

/** Machines of a site that could be protected; whether one is shows in its status. */
export const protectableItem: ResourceType = {
  ...discovered(protectableItemType, "ProtectableItem"),
  modelled: "comes from seeds and from discoverProtectableItem; the status follows the protected item",
  view: (resource, cloud) => {
    const { id, name, type, properties } = siteRecoveryView(resource);
    const item = protectionOf(resource, cloud);
    if (!item) return { id, name, type, properties };
    const status = { protectionStatus: "Protected", replicationProtectedItemId: item.id };
    return { id, name, type, properties: { ...(properties as object), ...status } };
  },
};

/** Storage of a VMM server. */
export const storageClassification = discovered(storageClassificationType, "StorageClassification");

/** Logical networks of a VMM server. */
export const logicalNetwork = discovered(`${fabricType}/replicationLogicalNetworks`, "LogicalNetwork");

const serverJob = (scenarioName: string, friendlyName: string) => ({
  scenarioName,
  friendlyName,
  targetInstanceType: "Server",
});

const removal =
  (scenarioName: string, friendlyName: string) =>
  (request: ExistingResourceRequest): Outcome =>
    accepted(request, {
      job: serverJob(scenarioName, friendlyName),
      seconds: 2,
      effects: [{ kind: "remove", id: request.existing.id }],
    });

/** Storage of a VMM server mapped to storage of another. */
export const storageClassificationMapping: ResourceType = {
  ...discovered(storageClassificationMappingType, "StorageClassificationMapping"),
  modelled: "PUT, DELETE; the target classification must exist",
  put: (request) => {
    const given = objectAt(request.body, "properties");
    const property = "targetStorageClassificationId";
    const target = referred(request.cloud, stringAt(given, property), storageClassificationType, property);
    return stored(
      request,
      storageClassificationMappingType,
      { [property]: target.id },
      "MapStorageClassification",
    );
  },
  remove: removal("UnmapStorageClassification", "Unmap storage classification"),
};

/** vCenters of a configuration server. */
export const vCenter: ResourceType = {
  ...discovered(vCenterType, "VCenter"),
  modelled: "PUT, PATCH, DELETE; comes from seeds too; discovery stays pending",
  put: (request) => {
    const given = objectAt(request.body, "properties");
    return stored(
      request,
      vCenterType,
      {
        friendlyName: given["friendlyName"] ?? request.id.name,
        internalId: given["ipAddress"] ?? stableGuid(`vcenter ${request.id.key}`),
        discoveryStatus: "Pending",
        ipAddress: given["ipAddress"] ?? null,
        port: given["port"] ?? "443",
        processServerId: given["processServerId"] ?? null,
        runAsAccountId: given["runAsAccountId"] ?? null,
        fabricArmResourceName: request.id.names.at(-2),
        healthErrors: [],
      },
      "AddvCenter",
    );
  },
  patch: (request) => {
    const before = objectAt(request.existing.envelope, "properties");
    const properties = { ...before, ...objectAt(request.body, "properties") };
    return stored(request, vCenterType, properties, "UpdatevCenter");
  },
  remove: removal("DeletevCenter", "Delete a vCenter"),
};

/** Servers that registered with a fabric. */
export const recoveryServicesProvider: ResourceType = {
  ...discovered(providerType, "RecoveryServicesProvider"),
  modelled: "comes from seeds and by PUT; DELETE purges, POST remove and refreshProvider as operations",
  put: (request) => {
    const given = objectAt(request.body, "properties");
    const fabric = request.cloud.store.get(request.id.parentId ?? "");
    const fabricProperties = objectAt(fabric?.envelope, "properties");
    return stored(
      request,
      providerType,
      {
        fabricType: objectAt(fabricProperties, "customDetails")["instanceType"] ?? "VMwareV2",
        friendlyName: given["machineName"] ?? request.id.name,
        providerVersion: "5.23.720.4",
        serverVersion: "0.0",
        providerVersionState: "Latest",
        providerVersionExpiryDate: "9999-12-31T23:59:59.9999999",
        fabricFriendlyName: fabricProperties["friendlyName"],
        lastHeartBeat: request.cloud.clock.now().toISOString(),
        connectionStatus: "Connected",
        protectedItemCount: 0,
        allowedScenarios: ["Refresh"],
        healthErrorDetails: [],
        draIdentifier: stableGuid(`dra ${request.id.key}`),
        machineName: given["machineName"] ?? null,
        authenticationIdentityDetails: given["authenticationIdentityInput"] ?? null,
        resourceAccessIdentityDetails: given["resourceAccessIdentityInput"] ?? null,
      },
      "RegisterDra",
    );
  },
  remove: removal("DeleteDra", "Delete a server"),
  actions: {
    remove: removal("DeleteDra", "Delete a server"),
    refreshprovider: (request) =>
      accepted(request, { job: serverJob("RefreshDra", "Refresh a server"), seconds: 5, effects: [] }),
  },
};

function stored(request: PutRequest, type: string, properties: JsonObject, scenarioName: string): Outcome {
  const { cloud, id, existing } = request;
  return accepted(request, {
    job: serverJob(scenarioName, scenarioName),
    seconds: 5,
    effects: [{ kind: "store", resource: cloud.record(id, type, { properties }, { existing }) }],
  });
}

function protectionOf(machine: StoredResource, cloud: Cloud): StoredResource | undefined {
  return cloud.store.standingFor(machine.id)[0];
}
