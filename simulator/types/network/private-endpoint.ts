import { ArmError } from "../../arm/arm-error";
import { parseResourceId, type ResourceId } from "../../arm/resource-id";
import type { Cloud } from "../../cloud";
import { stableGuid } from "../../guid";
import { objectAt, objectsAt, stringAt, type JsonObject } from "../../json";
import type { Effect } from "../../operations/operation";
import type { StoredResource } from "../../store/resource";
import type { ExistingResourceRequest, Outcome, PutRequest, ResourceType } from "../resource-type";
import { checkNetworkName, patchTags, withoutReadOnly } from "./network-resource";
import { checkReference, networkView } from "./plain-network-types";

export const privateEndpointType = "Microsoft.Network/privateEndpoints";

const secondsToWrite = 30;

/** Private endpoints: approved at once within the subscription. */
export const privateEndpoint: ResourceType = {
  type: privateEndpointType,
  modelled:
    "PUT and DELETE with Azure-AsyncOperation; subnet and target must exist; connections approved at once and listed on a vault; no interface, no addresses",
  tracked: true,
  sendsETag: true,
  checkName: (name) => checkNetworkName("private endpoint", name),
  put,
  patch: patchTags,
  remove,
  view: networkView,
};

/** DNS zone groups of a private endpoint. */
export const privateDnsZoneGroup: ResourceType = {
  type: `${privateEndpointType}/privateDnsZoneGroups`,
  modelled: "PUT and DELETE with Azure-AsyncOperation; zones must exist; no records",
  sendsETag: true,
  put: ({ cloud, id, body, existing }) => {
    const given = objectAt(body, "properties");
    const configs = objectsAt(given, "privateDnsZoneConfigs").map((config) => {
      const properties = objectAt(config, "properties");
      checkReference(cloud, id.id, { zone: { id: stringAt(properties, "privateDnsZoneId") } }, "zone");
      return { ...config, properties: { ...properties, recordSets: [] } };
    });
    const properties = { provisioningState: "Succeeded", privateDnsZoneConfigs: configs };
    const record = cloud.record(
      id,
      `${privateEndpointType}/privateDnsZoneGroups`,
      { properties },
      { existing },
    );
    return { kind: "accepted", style: "network", seconds: 5, visible: record, effects: [] };
  },
  remove: ({ existing }) => ({
    kind: "accepted",
    style: "network",
    seconds: 5,
    effects: [{ kind: "remove", id: existing.id }],
  }),
  view: networkView,
};

function put({ cloud, id, body, existing }: PutRequest): Outcome {
  const given = objectAt(body, "properties");
  checkReference(cloud, id.id, given, "subnet");
  if (stringAt(objectAt(given, "subnet"), "id") === undefined) {
    throw new ArmError(400, "InvalidRequestFormat", `The private endpoint ${id.name} needs 'subnet.id'.`);
  }
  const connections = [
    ...objectsAt(given, "privateLinkServiceConnections"),
    ...objectsAt(given, "manualPrivateLinkServiceConnections"),
  ];
  connections.forEach((connection) => {
    checkReference(
      cloud,
      id.id,
      { target: { id: stringAt(objectAt(connection, "properties"), "privateLinkServiceId") } },
      "target",
    );
  });
  const record = cloud.record(
    id,
    privateEndpointType,
    {
      location: body["location"],
      ...(body["tags"] === undefined ? {} : { tags: body["tags"] }),
      ...(body["extendedLocation"] === undefined ? {} : { extendedLocation: body["extendedLocation"] }),
      properties: {
        provisioningState: "Succeeded",
        resourceGuid: stableGuid(`private endpoint ${id.key}`),
        ...withoutReadOnly(given),
        privateLinkServiceConnections: approved(id, objectsAt(given, "privateLinkServiceConnections")),
        manualPrivateLinkServiceConnections: approved(
          id,
          objectsAt(given, "manualPrivateLinkServiceConnections"),
        ),
        ipConfigurations: given["ipConfigurations"] ?? [],
        customNetworkInterfaceName: given["customNetworkInterfaceName"] ?? "",
        networkInterfaces: [],
        customDnsConfigs: [],
      },
    },
    { existing },
  );
  const effects = connections.flatMap((connection) => connectionOnTarget(cloud, record, connection));
  return { kind: "accepted", style: "network", seconds: secondsToWrite, visible: record, effects };
}

function approved(id: ResourceId, connections: readonly JsonObject[]): readonly JsonObject[] {
  return connections.map((connection) => {
    const name = stringAt(connection, "name") ?? id.name;
    return {
      name,
      id: `${id.id}/privateLinkServiceConnections/${name}`,
      properties: {
        provisioningState: "Succeeded",
        ...objectAt(connection, "properties"),
        privateLinkServiceConnectionState: {
          status: "Approved",
          description: "Auto-approved",
          actionsRequired: "None",
        },
      },
    };
  });
}

/** A Recovery Services vault lists the connections made to it, one a group. */
function connectionOnTarget(
  cloud: Cloud,
  endpoint: StoredResource,
  connection: JsonObject,
): readonly Effect[] {
  const properties = objectAt(connection, "properties");
  const target = parseResourceId(stringAt(properties, "privateLinkServiceId") ?? "");
  if (target?.type.toLowerCase() !== "microsoft.recoveryservices/vaults") return [];
  const groups = Array.isArray(properties["groupIds"]) ? properties["groupIds"].map(String) : [];
  const name = `${endpoint.name}.${stableGuid(`connection ${endpoint.id.toLowerCase()}`)}`;
  const connectionId = parseResourceId(`${target.id}/privateEndpointConnections/${name}`);
  if (!connectionId) return [];
  const record = cloud.record(connectionId, "Microsoft.RecoveryServices/vaults/privateEndpointConnections", {
    properties: {
      provisioningState: "Succeeded",
      privateEndpoint: { id: endpoint.id },
      groupIds: groups,
      privateLinkServiceConnectionState: { status: "Approved", description: "None", actionsRequired: "None" },
    },
  });
  return [{ kind: "store", resource: record }];
}

function remove({ cloud, existing }: ExistingResourceRequest): Outcome {
  const connections = cloud.store.all().filter((candidate) => {
    if (!candidate.type.endsWith("/privateEndpointConnections")) return false;
    const endpoint = objectAt(objectAt(candidate.envelope, "properties"), "privateEndpoint");
    return stringAt(endpoint, "id")?.toLowerCase() === existing.id.toLowerCase();
  });
  return {
    kind: "accepted",
    style: "network",
    seconds: secondsToWrite,
    effects: [existing, ...connections].map(({ id }) => ({ kind: "remove", id })),
  };
}
