import { ArmError } from "../../arm/arm-error";
import { parseResourceId } from "../../arm/resource-id";
import type { Cloud } from "../../cloud";
import { stableGuid } from "../../guid";
import { isObject, objectAt, stringAt, type JsonObject } from "../../json";
import type { StoredResource } from "../../store/resource";
import type { ResourceType } from "../resource-type";
import { checkNetworkName, patchTags, quotedEtag, withoutReadOnly } from "./network-resource";

/** What sets one plain network type apart from the others. */
interface PlainNetworkType {
  readonly name: string;
  /** Nested types have no location of their own. */
  readonly isNested?: boolean;
  /** Simulated seconds a write takes. */
  readonly seconds: number;
  /** Fields the service adds, given what was written. */
  readonly defaults?: (given: JsonObject, id: string) => JsonObject;
  /** Properties of the form `{id}` that must name something that exists. */
  readonly references?: readonly string[];
}

const types: readonly PlainNetworkType[] = [
  { name: "applicationSecurityGroups", seconds: 2 },
  {
    name: "routeTables",
    seconds: 2,
    defaults: (given) => ({
      disableBgpRoutePropagation: given["disableBgpRoutePropagation"] ?? false,
      routes: given["routes"] ?? [],
    }),
  },
  {
    name: "publicIPAddresses",
    seconds: 3,
    defaults: (given) => ({
      publicIPAddressVersion: given["publicIPAddressVersion"] ?? "IPv4",
      publicIPAllocationMethod: given["publicIPAllocationMethod"] ?? "Dynamic",
      idleTimeoutInMinutes: given["idleTimeoutInMinutes"] ?? 4,
      ipTags: given["ipTags"] ?? [],
    }),
  },
  {
    name: "natGateways",
    seconds: 4,
    defaults: (given) => ({ idleTimeoutInMinutes: given["idleTimeoutInMinutes"] ?? 4 }),
  },
  {
    name: "networkInterfaces",
    seconds: 3,
    references: ["networkSecurityGroup"],
    defaults: (given) => ({ primary: given["primary"] ?? true }),
  },
  { name: "ddosProtectionPlans", seconds: 3 },
  { name: "bastionHosts", seconds: 300 },
  { name: "virtualNetworkGateways", seconds: 1500 },
  { name: "localNetworkGateways", seconds: 5 },
  { name: "connections", seconds: 20 },
  {
    name: "virtualNetworks/virtualNetworkPeerings",
    isNested: true,
    seconds: 3,
    references: ["remoteVirtualNetwork"],
    defaults: () => ({ peeringState: "Initiated", peeringSyncLevel: "RemoteNotInSync" }),
  },
];

/** Network types that share one behaviour: kept with their defaults, references checked, written as operations. */
export const plainNetworkTypes: readonly ResourceType[] = types.map(resourceTypeOf);

function resourceTypeOf(plain: PlainNetworkType): ResourceType {
  const type = `Microsoft.Network/${plain.name}`;
  return {
    type,
    modelled: "PUT and DELETE with Azure-AsyncOperation; a few defaults; references must exist",
    ...(plain.isNested ? {} : { tracked: true, patch: patchTags }),
    sendsETag: true,
    checkName: (name) => checkNetworkName(type, name),
    put: ({ cloud, id, body, existing }) => {
      const given = objectAt(body, "properties");
      for (const reference of plain.references ?? []) checkReference(cloud, id.id, given, reference);
      const { id: _id, name: _name, type: _type, etag: _etag, ...rest } = body;
      const properties = {
        provisioningState: "Succeeded",
        ...withoutReadOnly(given),
        ...(isObject(given["ipConfigurations"]) || Array.isArray(given["ipConfigurations"])
          ? { ipConfigurations: given["ipConfigurations"] }
          : {}),
        ...plain.defaults?.(given, id.id),
        resourceGuid: stableGuid(`${type} ${id.key}`),
      };
      const record = cloud.record(id, type, { ...rest, properties }, { existing });
      return { kind: "accepted", style: "network", seconds: plain.seconds, visible: record, effects: [] };
    },
    remove: ({ existing }) => ({
      kind: "accepted",
      style: "network",
      seconds: plain.seconds,
      effects: [{ kind: "remove", id: existing.id }],
    }),
    view: (resource, cloud) => networkView(resource, cloud),
  };
}

/** A network resource with its ETag and its state. */
export function networkView(resource: StoredResource, cloud: Cloud): JsonObject {
  const updating = cloud.operations.runningOn(resource.id).length > 0;
  return {
    name: resource.name,
    id: resource.id,
    etag: quotedEtag(resource),
    type: resource.type,
    ...resource.envelope,
    properties: {
      ...objectAt(resource.envelope, "properties"),
      provisioningState: updating ? "Updating" : "Succeeded",
    },
  };
}

/** @throws ArmError 400 when a property refers to something that does not exist. */
export function checkReference(cloud: Cloud, id: string, given: JsonObject, property: string): void {
  const target = stringAt(objectAt(given, property), "id");
  if (target === undefined) return;
  const parsed = parseResourceId(target);
  if (parsed && cloud.find(parsed)) return;
  throw new ArmError(
    400,
    "InvalidResourceReference",
    `Resource ${target} referenced by resource ${id} was not found. Please make sure that the referenced resource exists, and that both resources are in the same region.`,
  );
}
