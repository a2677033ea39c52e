import type { Cloud } from "../cloud";
import type { StoredResource } from "../store/resource";
import { itemsOfVault } from "../types/recovery-services/vault-wide-list";

/**
 * The protected item that a part of a seed names.
 *
 * @param what the part, for the message.
 * @param below id of the fabric that it lies in, where the part says so.
 * @throws Error where there is none, or more than one.
 */
export function seededItem(
  cloud: Cloud,
  vaultId: string,
  name: string,
  what: string,
  below?: string,
): StoredResource {
  const named = itemsOfVault(cloud, vaultId).filter(
    (item) =>
      item.name.toLowerCase() === name.toLowerCase() &&
      (below === undefined || item.id.toLowerCase().startsWith(`${below.toLowerCase()}/`)),
  );
  const [found, other] = named;
  if (found && !other) return found;
  throw new Error(
    found
      ? `The seed's item '${name}' of ${what} lies in ${named.length} containers: name the fabric where it can be named, or give each item a name of its own.`
      : `The seed's item '${name}' of ${what} does not exist: list it under protectedItems.`,
  );
}
