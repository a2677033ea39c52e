import { parseResourceId, type ResourceId } from "../../arm/resource-id";
import type { Cloud } from "../../cloud";
import type { JsonObject } from "../../json";
import type { StoredResource } from "../../store/resource";
import { notRegistered, refused } from "./site-recovery-error";
import { siteRecoveryId, vaultIdOf } from "./site-recovery-id";

/** Id, name, type and properties in Site Recovery's spelling. */
export function siteRecoveryView(resource: StoredResource): JsonObject {
  return {
    id: siteRecoveryId(resource.id),
    name: resource.name,
    type: resource.type,
    properties: resource.envelope["properties"],
  };
}

/** The resource an id in a request body refers to, which must be of `type` and exist. */
export function referred(
  cloud: Cloud,
  id: string | undefined,
  type: string,
  property: string,
): StoredResource {
  const parsed = id === undefined ? undefined : parseResourceId(id);
  const resource = parsed && cloud.find(parsed);
  if (!resource || resource.type.toLowerCase() !== type.toLowerCase()) {
    throw refused(
      "InvalidParameter",
      `The value '${id ?? ""}' of '${property}' does not name an existing resource of type '${type}'.`,
    );
  }
  return resource;
}

/** What a GET of something absent answers: 400 in a vault never used, 404 otherwise. */
export function absentEntity(entity: string) {
  return (id: ResourceId, cloud: Cloud) => {
    const vaultId = vaultIdOf(id.id);
    if (!cloud.store.owned(vaultId).some((below) => below.type.includes("/replication")))
      return notRegistered();
    return refused(`${entity}ArmEntityMissing`, `${entity} with name ${id.name} could not be located.`, 404, {
      possibleCauses: `The ${entity.toLowerCase()} might have been unregistered from the Microsoft Azure Site Recovery vault.`,
      recommendedAction: "Retry the operation with a valid name.",
    });
  };
}
