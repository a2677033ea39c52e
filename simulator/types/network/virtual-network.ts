import type { Cloud } from "../../cloud";
import { stableGuid } from "../../guid";
import { objectAt, objectsAt, stringAt, type JsonObject } from "../../json";
import type { StoredResource } from "../../store/resource";
import type { ExistingResourceRequest, Outcome, PutRequest, ResourceType } from "../resource-type";
import { parseResourceId } from "../../arm/resource-id";
import { configurationsIn } from "./address-usage";
import { checkAddressSpace, checkSubnets, prefixesOf } from "./address-space";
import { checkNetworkName, patchTags, quotedEtag, withoutReadOnly } from "./network-resource";
import { inUse, subnetRecord, subnetType, subnetView } from "./subnet";

export const virtualNetworkType = "Microsoft.Network/virtualNetworks";

const secondsToWrite = 4;

/** Virtual networks, with the subnets they are created with. */
export const virtualNetwork: ResourceType = {
  type: virtualNetworkType,
  modelled:
    "PUT 201/200 with Azure-AsyncOperation; prefixes checked for form, containment and overlap; subnets in the body are subnets of their own, left out they stay, left off the list they go; refused while a subnet to go is in use",
  tracked: true,
  sendsETag: true,
  inlined: { subnets: "subnets", virtualNetworkPeerings: "virtualNetworkPeerings" },
  checkName: (name) => checkNetworkName("virtual network", name),
  put,
  patch: patchTags,
  remove,
  view: networkView,
};

function put({ cloud, id, body, existing }: PutRequest): Outcome {
  const given = objectAt(body, "properties");
  const addressPrefixes = objectAt(given, "addressSpace")["addressPrefixes"];
  const prefixes = Array.isArray(addressPrefixes) ? addressPrefixes.map(String) : [];
  checkAddressSpace(id.name, prefixes);
  const subnets = given["subnets"] === undefined ? undefined : objectsAt(given, "subnets");
  const before = existing ? cloud.store.owned(existing.id, subnetType) : [];
  const planned = subnets
    ? subnets.map((subnet) => ({
        name: stringAt(subnet, "name") ?? "",
        prefixes: prefixesOf(objectAt(subnet, "properties")),
      }))
    : before.map((subnet) => ({
        name: subnet.name,
        prefixes: prefixesOf(objectAt(subnet.envelope, "properties")),
      }));
  checkSubnets(id.name, prefixes, planned);
  const { subnets: _subnets, virtualNetworkPeerings: _peerings, ...rest } = withoutReadOnly(given);
  const record = cloud.record(
    id,
    virtualNetworkType,
    {
      location: body["location"],
      ...(body["tags"] === undefined ? {} : { tags: body["tags"] }),
      ...(body["extendedLocation"] === undefined ? {} : { extendedLocation: body["extendedLocation"] }),
      properties: {
        provisioningState: "Succeeded",
        resourceGuid: stableGuid(`virtual network ${id.key}`),
        ...rest,
        addressSpace: given["addressSpace"],
        enableDdosProtection: given["enableDdosProtection"] ?? false,
      },
    },
    { existing },
  );
  if (subnets) replaceSubnets(cloud, record, before, subnets);
  return { kind: "accepted", style: "network", seconds: secondsToWrite, visible: record, effects: [] };
}

function replaceSubnets(
  cloud: Cloud,
  network: StoredResource,
  before: readonly StoredResource[],
  wanted: readonly JsonObject[],
): void {
  const names = new Set(wanted.map((subnet) => (stringAt(subnet, "name") ?? "").toLowerCase()));
  const leaving = before.filter((subnet) => !names.has(subnet.name.toLowerCase()));
  leaving.forEach((subnet) => {
    const refusal = inUse(cloud, subnet);
    if (refusal) throw refusal;
  });
  // Everything is judged before anything is stored: a refused PUT leaves no trace.
  const records = wanted.flatMap((subnet) => {
    const subnetId = parseResourceId(`${network.id}/subnets/${stringAt(subnet, "name") ?? ""}`);
    if (!subnetId) return [];
    return [subnetRecord(cloud, subnetId, objectAt(subnet, "properties"), cloud.store.get(subnetId.id))];
  });
  cloud.store.put(network);
  leaving.forEach((subnet) => {
    cloud.store.remove(subnet.id);
  });
  records.forEach((record) => {
    cloud.store.put(record);
  });
}

function remove({ cloud, existing }: ExistingResourceRequest): Outcome {
  for (const subnet of cloud.store.owned(existing.id, subnetType)) {
    const refusal = inUse(cloud, subnet);
    if (refusal) throw refusal;
  }
  return {
    kind: "accepted",
    style: "network",
    seconds: secondsToWrite,
    effects: [{ kind: "remove", id: existing.id }],
  };
}

function networkView(resource: StoredResource, cloud: Cloud, query: URLSearchParams): JsonObject {
  const isExpanded = query.get("$expand")?.toLowerCase() === "subnets/ipconfigurations";
  const updating = cloud.operations.runningOn(resource.id).length > 0;
  return {
    name: resource.name,
    id: resource.id,
    etag: quotedEtag(resource),
    type: virtualNetworkType,
    ...resource.envelope,
    properties: {
      ...objectAt(resource.envelope, "properties"),
      provisioningState: updating ? "Updating" : "Succeeded",
      subnets: cloud.store.owned(resource.id, subnetType).map((subnet) => {
        const view = subnetView(subnet);
        if (!isExpanded) return view;
        const ipConfigurations = configurationsIn(cloud, subnet.id);
        return { ...view, properties: { ...objectAt(view, "properties"), ipConfigurations } };
      }),
      virtualNetworkPeerings: cloud.store
        .owned(resource.id, `${virtualNetworkType}/virtualNetworkPeerings`)
        .map(({ id, name, type, envelope }) => ({ id, name, type, ...envelope })),
    },
  };
}
