import { Address4, Address6 } from "ip-address";
import { ArmError } from "../../arm/arm-error";
import type { JsonObject } from "../../json";

/** A block of addresses of one family. */
interface Block {
  readonly text: string;
  readonly family: 4 | 6;
  readonly first: bigint;
  readonly last: bigint;
  /** The text names the first address of the block. */
  readonly isAligned: boolean;
}

/** A subnet as far as addresses go. */
export interface SubnetPlan {
  readonly name: string;
  readonly prefixes: readonly string[];
}

/** The prefixes of a subnet, written as one or as a list. */
export function prefixesOf(properties: JsonObject): readonly string[] {
  const many = properties["addressPrefixes"];
  if (Array.isArray(many)) return many.map(String);
  const one = properties["addressPrefix"];
  return typeof one === "string" ? [one] : [];
}

/** @throws ArmError 400 for a prefix that is none, or two that overlap. */
export function checkAddressSpace(network: string, prefixes: readonly string[]): void {
  const blocks = prefixes.map((prefix) => blockOf(prefix, `virtual network ${network}`));
  for (const [index, block] of blocks.entries()) {
    const other = blocks.slice(index + 1).find((candidate) => overlaps(block, candidate));
    if (other) {
      throw new ArmError(
        400,
        "NetcfgVirtualNetworkAddressSpaceOverlap",
        `Address prefix ${block.text} of virtual network ${network} overlaps with ${other.text}.`,
      );
    }
  }
}

/** @throws ArmError 400 for a subnet that is badly written, outside its network or over a neighbour. */
export function checkSubnets(
  network: string,
  space: readonly string[],
  subnets: readonly SubnetPlan[],
): void {
  const spaceBlocks = space.map((prefix) => blockOf(prefix, `virtual network ${network}`));
  const placed: { readonly name: string; readonly block: Block }[] = [];
  for (const subnet of subnets) {
    for (const prefix of subnet.prefixes) {
      const block = blockOf(prefix, `subnet ${subnet.name}`);
      if (!spaceBlocks.some((outer) => contains(outer, block))) {
        throw new ArmError(
          400,
          "NetcfgSubnetRangeOutsideVnet",
          `Subnet '${subnet.name}' is not valid because its IP address range is outside the IP address range of virtual network '${network}'.`,
        );
      }
      const neighbour = placed.find((other) => other.name !== subnet.name && overlaps(other.block, block));
      if (neighbour) {
        throw new ArmError(
          400,
          "NetcfgSubnetRangesOverlap",
          `Subnet '${subnet.name}' is not valid because its IP address range overlaps with that of an existing subnet in virtual network '${network}'.`,
        );
      }
      placed.push({ name: subnet.name, block });
    }
  }
}

function blockOf(text: string, where: string): Block {
  const Address = text.includes(":") ? Address6 : Address4;
  if (!text.includes("/") || !Address.isValid(text)) throw badPrefix(text, where);
  const address = new Address(text);
  const block: Block = {
    text,
    family: text.includes(":") ? 6 : 4,
    first: address.startAddress().bigInt(),
    last: address.endAddress().bigInt(),
    isAligned: address.startAddress().bigInt() === address.bigInt(),
  };
  if (!block.isAligned) throw badPrefix(text, where);
  return block;
}

function badPrefix(text: string, where: string): ArmError {
  return new ArmError(
    400,
    "InvalidAddressPrefixFormat",
    `Address prefix ${text} of resource ${where} is not formatted correctly. It should follow CIDR notation, for example 10.0.0.0/24.`,
  );
}

function contains(outer: Block, inner: Block): boolean {
  return outer.family === inner.family && outer.first <= inner.first && inner.last <= outer.last;
}

function overlaps(left: Block, right: Block): boolean {
  return left.family === right.family && left.first <= right.last && right.first <= left.last;
}
