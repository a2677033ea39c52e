const bitsOfIpv4 = 4 * 8;

/** How many addresses an IPv4 prefix such as `10.0.1.0/27` holds; undefined where it is none. */
export function addressesOf(prefix: unknown): number | undefined {
  if (typeof prefix !== "string") return undefined;
  const length = /^\d+\.\d+\.\d+\.\d+\/(\d+)$/.exec(prefix.trim())?.[1];
  if (length === undefined || Number(length) > bitsOfIpv4) return undefined;
  return 2 ** (bitsOfIpv4 - Number(length));
}
