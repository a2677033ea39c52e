import type { Nic } from "../../../limits/facts/machine";
import { addressFacts } from "../addresses";

/**
 * Adapters from cells such as `[10.1.2.3,fe80::1]; [];`, which hold one bracket an adapter, in the same order
 * for both kinds of addresses.
 *
 * @param counted number of adapters, where the inventory says it
 */
export function networkAdapters(
  macAddresses: string | undefined,
  ipAddresses: string | undefined,
  counted: number | undefined,
): readonly Nic[] | undefined {
  const macs = brackets(macAddresses);
  const addresses = brackets(ipAddresses);
  const count = Math.max(counted ?? 0, macs.length, addresses.length);
  if (count === 0) return undefined;
  return Array.from({ length: count }, (_, index) => {
    const mac = macs[index]?.[0];
    return {
      ...(mac === undefined ? {} : { macAddress: mac }),
      ...addressFacts(addresses[index] ?? [], true),
    };
  });
}

function brackets(text: string | undefined): readonly (readonly string[])[] {
  return [...(text ?? "").matchAll(/\[([^\]]*)\]/g)].map(([, inner = ""]) =>
    inner
      .split(",")
      .map((part) => part.trim())
      .filter((part) => part !== ""),
  );
}
