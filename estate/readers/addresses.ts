import type { Nic } from "../../limits/facts/machine";

/** Several addresses share a cell, separated by comma, semicolon or blank. */
export function addressesOf(text: string | undefined): readonly string[] {
  return (text ?? "").split(/[,;\s]+/).filter((address) => address !== "");
}

/**
 * Addresses of an adapter by family. Who reports one address reports them all, so a family without any is
 * known to have none; without any address nothing was reported, and nothing is known.
 *
 * @param reportsIpv6 whether the inventory has IPv6 addresses at all
 */
export function addressFacts(addresses: readonly string[], reportsIpv6: boolean): Pick<Nic, "ipv4" | "ipv6"> {
  if (addresses.length === 0) return {};
  const ipv4 = addresses.filter((address) => !address.includes(":"));
  const ipv6 = addresses.filter((address) => address.includes(":"));
  return { ipv4, ...(reportsIpv6 || ipv6.length > 0 ? { ipv6 } : {}) };
}
