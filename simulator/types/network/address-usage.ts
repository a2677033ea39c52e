import { Address4 } from "ip-address";
import type { Cloud } from "../../cloud";
import { parseResourceId } from "../../arm/resource-id";
import { objectAt, objectsAt, stringAt, type JsonObject } from "../../json";
import type { StoredResource } from "../../store/resource";
import type { ResourceType } from "../resource-type";
import { prefixesOf } from "./address-space";
import { subnetType } from "./subnet";

const networkType = "Microsoft.Network/virtualNetworks";
const usageType = `${networkType}/usages`;
const availabilityType = `${networkType}/CheckIPAddressAvailability`;

/** The first four addresses of a subnet and its last. Source: Azure Virtual Network FAQ. */
const reservedAtStart = 4n;
const reservedByAzure = 5n;

/** How many free addresses the service names beside an address that is taken. */
const mostSuggestions = 5;

/** The address configurations of adapters that sit in a subnet. */
export function configurationsIn(cloud: Cloud, subnetId: string): readonly JsonObject[] {
  const wanted = subnetId.toLowerCase();
  return cloud.store
    .all()
    .filter(({ type }) => type.toLowerCase() === "microsoft.network/networkinterfaces")
    .flatMap((adapter) =>
      objectsAt(objectAt(adapter.envelope, "properties"), "ipConfigurations")
        .filter((each) => {
          const subnet = objectAt(objectAt(each, "properties"), "subnet");
          return stringAt(subnet, "id")?.toLowerCase() === wanted;
        })
        .map((each) => ({
          ...each,
          id: each["id"] ?? `${adapter.id}/ipConfigurations/${stringAt(each, "name") ?? ""}`,
        })),
    );
}

/** Addresses in use of each subnet. */
export const networkUsage: ResourceType = {
  type: usageType,
  modelled: "list of a network: a subnet each, with addresses in use and at most",
  history: true,
  list: ({ parentId }, cloud) =>
    subnetsOf(cloud, parentId).flatMap((subnet) => {
      const id = parseResourceId(`${parentId ?? ""}/usages/${subnet.name}`);
      return id ? [cloud.record(id, usageType, { subnetId: subnet.id })] : [];
    }),
  view: ({ envelope }, cloud) => {
    const id = String(envelope["subnetId"]);
    const range = rangeOf(cloud.store.get(id));
    return {
      id,
      currentValue: configurationsIn(cloud, id).length,
      limit: range === undefined || range.size < reservedByAzure ? 0 : Number(range.size - reservedByAzure),
      name: { value: "SubnetSpace", localizedValue: "Subnet size and usage" },
      unit: "Count",
    };
  },
};

/** Whether one address of a network is free. */
export const addressAvailability: ResourceType = {
  type: availabilityType,
  modelled: "`?ipAddress=` of a network: free, taken by an adapter, reserved, or in no subnet",
  history: true,
  singleton: "default",
  implicit: (id, cloud) =>
    cloud.store.get(id.parentId ?? "") === undefined ? undefined : cloud.record(id, availabilityType, {}),
  view: ({ id }, cloud, query) => {
    const networkId = parseResourceId(id)?.parentId;
    const address = addressOf(query.get("ipAddress") ?? "");
    const subnets = subnetsOf(cloud, networkId);
    const subnet = subnets.find((each) => {
      const range = rangeOf(each);
      return range !== undefined && address !== undefined && contains(range, address);
    });
    const range = rangeOf(subnet);
    if (subnet === undefined || range === undefined || address === undefined) {
      return { available: false, availableIPAddresses: [] };
    }
    const taken = new Set(
      configurationsIn(cloud, subnet.id).flatMap((each) => {
        const own = addressOf(stringAt(objectAt(each, "properties"), "privateIPAddress"));
        return own === undefined ? [] : [own];
      }),
    );
    const isPlatformReserved = isReserved(range, address);
    if (!taken.has(address) && !isPlatformReserved) return { available: true, availableIPAddresses: [] };
    const free: string[] = [];
    for (let next = range.first; contains(range, next) && free.length < mostSuggestions; next += 1n) {
      if (!taken.has(next) && !isReserved(range, next)) free.push(Address4.fromBigInt(next).correctForm());
    }
    return { available: false, availableIPAddresses: free, isPlatformReserved };
  },
};

interface Range {
  readonly first: bigint;
  readonly size: bigint;
}

function subnetsOf(cloud: Cloud, networkId: string | undefined): readonly StoredResource[] {
  const network = cloud.store.get(networkId ?? "");
  return network === undefined ? [] : cloud.store.owned(network.id, subnetType);
}

/** The IPv4 range of a subnet. */
function rangeOf(subnet: StoredResource | undefined): Range | undefined {
  const prefixes = subnet === undefined ? [] : prefixesOf(objectAt(subnet.envelope, "properties"));
  const prefix = prefixes.find((each) => Address4.isValid(each));
  if (prefix === undefined) return undefined;
  const block = new Address4(prefix);
  return { first: block.startAddress().bigInt(), size: 2n ** BigInt(32 - block.subnetMask) };
}

function contains({ first, size }: Range, address: bigint): boolean {
  return address >= first && address < first + size;
}

function isReserved({ first, size }: Range, address: bigint): boolean {
  return address < first + reservedAtStart || address === first + size - 1n;
}

function addressOf(text: string | undefined): bigint | undefined {
  return text !== undefined && Address4.isValid(text) ? new Address4(text).bigInt() : undefined;
}
