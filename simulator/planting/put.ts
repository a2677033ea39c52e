import { parseResourceId } from "../arm/resource-id";
import type { Cloud } from "../cloud";
import type { JsonObject } from "../json";
import type { StoredResource } from "../store/resource";

/** Puts a resource of the seed into the store. */
export function put(cloud: Cloud, id: string, envelope: JsonObject, hidden?: JsonObject): StoredResource {
  const parsed = parseResourceId(id);
  if (!parsed) throw new Error(`'${id}' does not name a resource.`);
  const type = cloud.types.find(parsed.type)?.type ?? parsed.type;
  const existing = cloud.store.get(id);
  const record = cloud.record(parsed, type, envelope, { existing, ...(hidden ? { hidden } : {}) });
  cloud.store.put(record);
  return record;
}

/** The vault a server registers with. @throws Error when there is none. */
export function registeredVault(cloud: Cloud, vaultId: string, server: string): StoredResource {
  const vault = cloud.store.get(vaultId);
  if (vault?.type === "Microsoft.RecoveryServices/vaults") return vault;
  throw new Error(
    `The seed's server '${server}' registers with the vault '${vaultId}', which does not exist: make the vault first.`,
  );
}
