import { Address4, Address6 } from "ip-address";

/** Whether a text is an address range such as `10.1.0.0/16` (IPv4 or IPv6). */
export function isAddressRange(text: string): boolean {
  return text.includes("/") && (Address4.isValid(text) || Address6.isValid(text));
}

/** Whether `inner` lies within `outer`; ranges of different families never do. */
export function contains(outer: string, inner: string): boolean {
  if (Address4.isValid(outer) && Address4.isValid(inner)) {
    return new Address4(inner).isInSubnet(new Address4(outer));
  }
  if (Address6.isValid(outer) && Address6.isValid(inner)) {
    return new Address6(inner).isInSubnet(new Address6(outer));
  }
  return false;
}

/** Ranges are aligned to their size, so two of them overlap only where one contains the other. */
export function overlap(one: string, other: string): boolean {
  return contains(one, other) || contains(other, one);
}
