import { Address4, Address6 } from "ip-address";

/** Addresses that Azure keeps at the start of every subnet (network, gateway, two for DNS); the last is broadcast. */
export const reservedAtStart = 4n;

/** Why no machine can have an address in a subnet. */
export type AddressRefusal = "no-address" | "outside" | "reserved";

/** @returns undefined where a machine can have the address. */
export function addressRefusal(address: string, addressPrefix: string): AddressRefusal | undefined {
  if (Address6.isValid(address)) {
    const inside =
      Address6.isValid(addressPrefix) && new Address6(address).isInSubnet(new Address6(addressPrefix));
    return inside ? undefined : "outside";
  }
  if (!Address4.isValid(address) || address.includes("/")) return "no-address";
  const parsed = new Address4(address);
  if (!Address4.isValid(addressPrefix)) return "outside";
  const range = new Address4(addressPrefix);
  if (!parsed.isInSubnet(range)) return "outside";
  const position = parsed.bigInt() - range.startAddress().bigInt();
  const last = range.endAddress().bigInt() - range.startAddress().bigInt();
  return position < reservedAtStart || position === last ? "reserved" : undefined;
}

/** Whether a text is one IPv4 or IPv6 address. */
export function isAddress(text: string): boolean {
  return !text.includes("/") && (Address4.isValid(text) || Address6.isValid(text));
}
