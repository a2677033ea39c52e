import { ArmError } from "../../arm/arm-error";
import { mergePatch, objectAt, type JsonObject } from "../../json";
import type { Cloud } from "../../cloud";
import type { StoredResource } from "../../store/resource";
import type { ExistingResourceRequest, Outcome, PutRequest, ResourceType } from "../resource-type";
import { checkReference } from "./plain-network-types";

export const privateDnsZoneType = "Microsoft.Network/privateDnsZones";
const linkType = `${privateDnsZoneType}/virtualNetworkLinks`;

const secondsToWrite = 30;

/** Private DNS zones. */
export const privateDnsZone: ResourceType = {
  type: privateDnsZoneType,
  modelled:
    "location `global`; PUT and DELETE with Azure-AsyncOperation; counts; DELETE refused while networks are linked; records kept",
  tracked: true,
  sendsETag: true,
  put: (request) => write(request, privateDnsZoneType, {}),
  patch: patchZone,
  remove: ({ cloud, existing }) => {
    const links = cloud.store.owned(existing.id, linkType);
    if (links.length > 0) {
      throw new ArmError(
        409,
        "CannotDeleteResource",
        `Can not delete resource before nested resources are deleted: ${links.map((link) => link.name).join(", ")}.`,
      );
    }
    return removal(existing);
  },
  view: (resource, cloud) => {
    const links = cloud.store.owned(resource.id, linkType);
    const registering = links.filter(
      (link) => objectAt(link.envelope, "properties")["registrationEnabled"] === true,
    );
    return show(resource, {
      maxNumberOfRecordSets: 25000,
      maxNumberOfVirtualNetworkLinks: 1000,
      maxNumberOfVirtualNetworkLinksWithRegistration: 100,
      numberOfRecordSets: 1 + recordsOf(resource, cloud).length,
      numberOfVirtualNetworkLinks: links.length,
      numberOfVirtualNetworkLinksWithRegistration: registering.length,
    });
  },
};

/** Links of a zone with networks. */
export const virtualNetworkLink: ResourceType = {
  type: linkType,
  modelled: "PUT and DELETE with Azure-AsyncOperation; the network must exist",
  sendsETag: true,
  put: (request) => {
    const given = objectAt(request.body, "properties");
    checkReference(request.cloud, request.id.id, given, "virtualNetwork");
    return write(request, linkType, {
      registrationEnabled: given["registrationEnabled"] ?? false,
      virtualNetworkLinkState: "Completed",
    });
  },
  patch: patchZone,
  remove: ({ existing }) => removal(existing),
  view: (resource) => show(resource, {}),
};

function write({ cloud, id, body, existing }: PutRequest, type: string, added: JsonObject): Outcome {
  const properties = { ...objectAt(body, "properties"), ...added, provisioningState: "Succeeded" };
  const envelope = { location: "global", tags: body["tags"] ?? {}, properties };
  const record = cloud.record(id, type, envelope, { existing });
  return {
    kind: "accepted",
    style: "network-accepted",
    seconds: secondsToWrite,
    effects: [{ kind: "store", resource: record }],
  };
}

function patchZone({ cloud, body, existing }: ExistingResourceRequest): Outcome {
  const record = cloud.revise(existing, mergePatch(existing.envelope, body));
  return {
    kind: "accepted",
    style: "network-accepted",
    seconds: secondsToWrite,
    effects: [{ kind: "store", resource: record }],
  };
}

function removal(existing: StoredResource): Outcome {
  return {
    kind: "accepted",
    style: "network-accepted",
    seconds: secondsToWrite,
    effects: [{ kind: "remove", id: existing.id }],
  };
}

function show(resource: StoredResource, counts: JsonObject): JsonObject {
  return {
    id: resource.id,
    name: resource.name,
    type: resource.type,
    etag: resource.etag,
    ...resource.envelope,
    properties: { ...counts, ...objectAt(resource.envelope, "properties") },
  };
}

function recordsOf(zone: StoredResource, cloud: Cloud): readonly StoredResource[] {
  return cloud.store
    .owned(zone.id)
    .filter((below) => below.type !== linkType && below.type.startsWith(`${privateDnsZoneType}/`));
}
