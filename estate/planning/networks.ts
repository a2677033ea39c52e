import { Address4 } from "ip-address";
import { InputError, quoted } from "../../landing-zone/input-error";
import type { LandingZoneNetwork } from "../../landing-zone/document";
import type { Machine } from "../../limits/facts/machine";
import { nameOf, UniqueNames } from "./names";

export interface PlannedSubnet {
  readonly name: string;
  readonly addressPrefix: string;
}

export interface PlannedNetwork {
  readonly addressSpaces: readonly string[];
  readonly subnets: readonly PlannedSubnet[];
  /** Name of the subnet for a source network; the one for unknown networks where it is undefined. */
  readonly subnetOf: (sourceNetwork: string | undefined) => string;
}

/** Addresses that Azure keeps of every subnet: network, broadcast, gateway and two for DNS. */
const reservedPerSubnet = 5;

/** Room for machines that are added later and for rolling replacements. */
const headroom = 2;

/** Subnets are no smaller than this, so that a small group can grow without a new subnet. */
const smallestPrefix = 27;

const addressBits = 32;
const spaceBits = 16;

/** Address ranges of landing zones: the second halves of 10.0.0.0/8, where on-premises networks are rarer. */
const firstSpace = 128;
const spaces = 128;

/**
 * The recovery network of a landing zone: a subnet for every source network, sized for its adapters, in an
 * address range that no machine of the inventory has an address in.
 *
 * Subnets of an earlier plan keep name and range while they are large enough.
 *
 * @param taken address ranges of the inventory (`addressSpacesOf`) and of other landing zones
 * @param previous the recovery network of the earlier plan
 * @param given address ranges that the user wants, by source network
 * @throws InputError when such a range is too small for the adapters of its network.
 */
export function planNetwork(
  machines: readonly Machine[],
  taken: ReadonlySet<string>,
  previous?: LandingZoneNetwork,
  given: ReadonlyMap<string, string> = new Map(),
): PlannedNetwork {
  const adapters = adaptersByNetwork(machines);
  const earlier = previous !== undefined && "subnets" in previous ? previous : undefined;
  const addressSpace =
    earlier?.addressSpaces.find((space) => space.endsWith(`/${spaceBits}`)) ?? freeSpace(taken);
  const names = new UniqueNames();
  const sorted = [...adapters].sort(([a, manyA], [b, manyB]) => manyB - manyA || (a < b ? -1 : 1));
  const subnets = new Map<string, PlannedSubnet>();
  for (const [network, count] of sorted) {
    const addressPrefix = given.get(network);
    if (addressPrefix === undefined) continue;
    if (!holds(addressPrefix, count)) {
      throw new InputError(
        `The recovery subnet ${addressPrefix} of ${quoted(network)} is too small for ${count} adapters and the ${reservedPerSubnet} addresses that Azure keeps of every subnet.`,
        `Give a range of at least ${count + reservedPerSubnet} addresses.`,
      );
    }
    subnets.set(network, { name: names.of(subnetName(network)), addressPrefix });
  }
  for (const [network, count] of sorted) {
    if (subnets.has(network)) continue;
    const name = subnetName(network);
    const kept = earlier?.subnets.find((subnet) => subnet.name === name);
    if (kept === undefined || !holds(kept.addressPrefix, count) || !names.take(name)) continue;
    subnets.set(network, { name, addressPrefix: kept.addressPrefix });
  }
  // Ranges of the earlier plan are not given to others, even where their networks are gone.
  let offset = Math.max(0, ...(earlier?.subnets ?? []).map((subnet) => endOf(addressSpace, subnet)));
  // From large to small every subnet starts on a multiple of its own size.
  for (const [network, count] of sorted) {
    if (subnets.has(network)) continue;
    const prefix = Math.min(
      smallestPrefix,
      addressBits - Math.ceil(Math.log2(count * headroom + reservedPerSubnet)),
    );
    const size = 2 ** (addressBits - prefix);
    offset = Math.ceil(offset / size) * size;
    subnets.set(network, {
      name: names.of(subnetName(network)),
      addressPrefix: `${addressAt(addressSpace, offset)}/${prefix}`,
    });
    offset += size;
  }
  const fallback = subnets.get("")?.name ?? [...subnets.values()][0]?.name ?? "";
  return {
    addressSpaces: addressSpacesFor([...subnets.values()], earlier?.addressSpaces ?? [addressSpace]),
    subnets: [...subnets.values()],
    subnetOf: (network) => subnets.get(network ?? "")?.name ?? fallback,
  };
}

/** The spaces that hold a subnet, the first in any case, and the ranges of subnets that lie in none of them. */
function addressSpacesFor(subnets: readonly PlannedSubnet[], spaces: readonly string[]): readonly string[] {
  const used = spaces.filter((space) => subnets.some(({ addressPrefix }) => isIn(addressPrefix, space)));
  const outside = subnets
    .map(({ addressPrefix }) => addressPrefix)
    .filter((range) => !spaces.some((space) => isIn(range, space)));
  const all = [...used, ...outside];
  return all.length === 0 ? spaces : all;
}

/** How many adapters lie in each source network; those of unknown networks under the empty name. */
function adaptersByNetwork(machines: readonly Machine[]): ReadonlyMap<string, number> {
  const adapters = new Map<string, number>();
  for (const machine of machines) {
    for (const nic of machine.nics ?? [{}]) {
      const network = nic.network ?? "";
      adapters.set(network, (adapters.get(network) ?? 0) + 1);
    }
  }
  if (adapters.size === 0) adapters.set("", 0);
  return adapters;
}

function subnetName(network: string): string {
  return network === "" ? "servers" : nameOf(network);
}

function holds(range: string, adapters: number): boolean {
  return (
    Address4.isValid(range) &&
    new Address4(range).subnetMask <= addressBits - Math.ceil(Math.log2(adapters + reservedPerSubnet))
  );
}

function isIn(range: string, space: string): boolean {
  return (
    Address4.isValid(range) && Address4.isValid(space) && new Address4(range).isInSubnet(new Address4(space))
  );
}

/** First offset behind a subnet, counted from the start of the address space. */
function endOf(space: string, { addressPrefix }: PlannedSubnet): number {
  if (!isIn(addressPrefix, space)) return 0;
  return (
    Number(new Address4(addressPrefix).endAddress().bigInt() - new Address4(space).startAddress().bigInt()) +
    1
  );
}

/** Address ranges that machines have addresses in, as far as a landing zone could be given them. */
export function addressSpacesOf(inventory: readonly Machine[]): ReadonlySet<string> {
  const used = new Set<string>();
  for (const { nics = [] } of inventory) {
    for (const { ipv4 = [] } of nics) {
      for (const address of ipv4) {
        const second = /^10\.(\d+)\./.exec(address)?.[1];
        if (second !== undefined) used.add(`10.${second}.0.0/${spaceBits}`);
      }
    }
  }
  return used;
}

function freeSpace(used: ReadonlySet<string>): string {
  for (let index = 0; index < spaces; index += 1) {
    const space = `10.${firstSpace + index}.0.0/${spaceBits}`;
    if (!used.has(space)) return space;
  }
  // Every range is in use on-premises: the networks are connected by translation or not at all.
  return `10.${firstSpace}.0.0/${spaceBits}`;
}

function addressAt(space: string, offset: number): string {
  return Address4.fromBigInt(new Address4(space).startAddress().bigInt() + BigInt(offset)).address;
}
