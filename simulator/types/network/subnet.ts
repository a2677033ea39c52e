import { ArmError } from "../../arm/arm-error";
import type { Cloud } from "../../cloud";
import { parseResourceId, type ResourceId } from "../../arm/resource-id";
import { objectAt, stringAt, type JsonObject } from "../../json";
import type { StoredResource } from "../../store/resource";
import type { ExistingResourceRequest, Outcome, PutRequest, ResourceType } from "../resource-type";
import { checkSubnets, prefixesOf } from "./address-space";
import { checkNetworkName, quotedEtag, withoutReadOnly } from "./network-resource";

export const subnetType = "Microsoft.Network/virtualNetworks/subnets";

const secondsToWrite = 4;

/** Subnets as resources of their own. */
export const subnet: ResourceType = {
  type: subnetType,
  modelled:
    "PUT 201/200 with Azure-AsyncOperation; prefix checked against the network and its neighbours; DELETE refused while in use",
  sendsETag: true,
  checkName: (name) => checkNetworkName("subnet", name),
  put,
  remove,
  view: subnetView,
};

/** The record of a subnet from the properties it is written with. */
export function subnetRecord(
  cloud: Cloud,
  id: ResourceId,
  given: JsonObject,
  existing: StoredResource | undefined,
): StoredResource {
  const reference = (name: string): JsonObject => {
    const target = stringAt(objectAt(given, name), "id");
    if (target === undefined) return {};
    const parsed = parseResourceId(target);
    const found = parsed && cloud.find(parsed);
    if (!found) {
      throw new ArmError(
        400,
        "InvalidResourceReference",
        `Resource ${target} referenced by resource ${id.id} was not found. Please make sure that the referenced resource exists, and that both resources are in the same region.`,
      );
    }
    return { [name]: { id: found.id } };
  };
  return cloud.record(
    id,
    subnetType,
    {
      properties: {
        provisioningState: "Succeeded",
        ...withoutReadOnly(given),
        ...reference("networkSecurityGroup"),
        ...reference("routeTable"),
        ...reference("natGateway"),
        delegations: given["delegations"] ?? [],
        privateEndpointNetworkPolicies: given["privateEndpointNetworkPolicies"] ?? "Disabled",
        privateLinkServiceNetworkPolicies: given["privateLinkServiceNetworkPolicies"] ?? "Enabled",
      },
    },
    { existing },
  );
}

/** A subnet as itself and inside its network. */
export function subnetView(resource: StoredResource): JsonObject {
  return {
    name: resource.name,
    id: resource.id,
    etag: quotedEtag(resource),
    properties: resource.envelope["properties"],
    type: subnetType,
  };
}

/** The refusal of a subnet that something still sits in. */
export function inUse(cloud: Cloud, resource: StoredResource): ArmError | undefined {
  const id = resource.id.toLowerCase();
  const user = cloud.store.all().find((candidate) => {
    if (
      !candidate.type.startsWith("Microsoft.Network/") ||
      candidate.type.startsWith("Microsoft.Network/virtualNetworks")
    ) {
      return false;
    }
    return subnetsOf(candidate).includes(id);
  });
  return (
    user &&
    new ArmError(
      400,
      "InUseSubnetCannotBeDeleted",
      `Subnet ${resource.name} is in use by ${user.id} and cannot be deleted. In order to delete the subnet, delete all the resources within the subnet. See aka.ms/deletesubnet.`,
    )
  );
}

function subnetsOf(resource: StoredResource): readonly string[] {
  const properties = objectAt(resource.envelope, "properties");
  const configurations = Array.isArray(properties["ipConfigurations"])
    ? (properties["ipConfigurations"] as JsonObject[])
    : [];
  return [
    objectAt(properties, "subnet"),
    ...configurations.map((each) => objectAt(objectAt(each, "properties"), "subnet")),
  ]
    .map((reference) => stringAt(reference, "id")?.toLowerCase())
    .filter((target) => target !== undefined);
}

function put({ cloud, id, body, existing }: PutRequest): Outcome {
  const network = cloud.store.get(id.parentId ?? "");
  if (!network) throw new Error(`The network of ${id.id} went missing between the check and its use.`);
  const given = objectAt(body, "properties");
  const space = objectAt(objectAt(network.envelope, "properties"), "addressSpace")["addressPrefixes"];
  const neighbours = cloud.store
    .owned(network.id, subnetType)
    .filter((other) => other.name.toLowerCase() !== id.name.toLowerCase())
    .map((other) => ({ name: other.name, prefixes: prefixesOf(objectAt(other.envelope, "properties")) }));
  checkSubnets(network.name, Array.isArray(space) ? space.map(String) : [], [
    ...neighbours,
    { name: id.name, prefixes: prefixesOf(given) },
  ]);
  const record = subnetRecord(cloud, id, given, existing);
  return { kind: "accepted", style: "network", seconds: secondsToWrite, visible: record, effects: [] };
}

function remove({ cloud, existing }: ExistingResourceRequest): Outcome {
  const refusal = inUse(cloud, existing);
  if (refusal) throw refusal;
  return {
    kind: "accepted",
    style: "network",
    seconds: secondsToWrite,
    effects: [{ kind: "remove", id: existing.id }],
  };
}
