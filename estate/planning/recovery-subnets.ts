import { InputError, quoted } from "../../landing-zone/input-error";
import type { Machine } from "../../limits/facts/machine";

/** Names in a message. */
const mostNamed = 10;

/**
 * A range for a network that no machine is in would be left out without a word, and fixed addresses with it.
 *
 * @throws InputError when a source network of `given` is none of the inventory's.
 */
export function demandKnownNetworks(machines: readonly Machine[], given: ReadonlyMap<string, string>): void {
  if (machines.length === 0) return;
  const known = new Set(machines.flatMap(({ nics = [] }) => nics.flatMap(({ network }) => network ?? [])));
  const unknown = [...given.keys()].find((network) => !known.has(network));
  if (unknown === undefined) return;
  const names = [...known].sort();
  const more = names.length - mostNamed;
  throw new InputError(
    `No machine is in the network ${quoted(unknown)} that a recovery subnet is given for.`,
    names.length === 0
      ? "The inventories name no networks: leave --recovery-subnet out."
      : `Use one of ${names.slice(0, mostNamed).map(quoted).join(", ")}${more > 0 ? ` and ${more} more` : ""}.`,
  );
}
