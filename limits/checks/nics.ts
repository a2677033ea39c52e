import { knownObjects, knownString, knownStrings } from "../facts/known";
import type { Machine, Nic } from "../facts/machine";

export interface SeenNic {
  readonly facts: Partial<Nic>;
  /** `adapter eth0`, or by position where it has no name. */
  readonly subject: string;
  path(fact: keyof Nic): string;
  readonly ipv4: readonly string[] | undefined;
  /** Without link-local addresses, which every interface with IPv6 has. */
  readonly ipv6: readonly string[] | undefined;
}

/** The machine's adapters, or undefined where none are known. An empty list says that it has none. */
export function nicsOf(machine: Machine): readonly SeenNic[] | undefined {
  return knownObjects(machine.nics)?.map((facts, index) => {
    const name = knownString(facts.name);
    return {
      facts,
      subject: name === undefined ? `adapter ${index + 1}` : `adapter ${name}`,
      path: (fact) => `nics[${index}].${fact}`,
      ipv4: knownStrings(facts.ipv4),
      ipv6: knownStrings(facts.ipv6)?.filter((address) => !isLinkLocal(address)),
    };
  });
}

/** fe80::/10: the first ten bits are 1111111010. */
function isLinkLocal(address: string): boolean {
  return /^fe[89ab][0-9a-f]:/i.test(address);
}
