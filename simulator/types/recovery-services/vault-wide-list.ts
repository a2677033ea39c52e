import type { Cloud } from "../../cloud";
import type { StoredResource } from "../../store/resource";
import type { ResourceType } from "../resource-type";
import { vaultIdOf } from "./site-recovery-id";
import {
  containerType,
  mappingType,
  migrationItemType,
  networkMappingType,
  networkType,
  protectedItemType,
  protectionClusterType,
  providerType,
  storageClassificationMappingType,
  storageClassificationType,
  vaultType,
  vCenterType,
} from "./type-names";

/** The list of a nested type across all fabrics of a vault, under the vault's own address. */
function vaultWideList(type: string): ResourceType {
  return {
    type: `${vaultType}/${type.split("/").at(-1) ?? ""}`,
    modelled: "list across the fabrics of a vault",
    listShowsNullNextLink: true,
    list: ({ parentId }, cloud) =>
      parentId === undefined ? undefined : resourcesBelow(cloud, parentId, type),
  };
}

/** All of them. */
export const vaultWideLists: readonly ResourceType[] = [
  containerType,
  mappingType,
  protectedItemType,
  networkType,
  networkMappingType,
  providerType,
  storageClassificationType,
  storageClassificationMappingType,
  vCenterType,
  migrationItemType,
  protectionClusterType,
].map(vaultWideList);

/** The protected items of the vault an id lies in. */
export function itemsOfVault(cloud: Cloud, idInVault: string): readonly StoredResource[] {
  return resourcesBelow(cloud, vaultIdOf(idInVault), protectedItemType);
}

/** Resources of a type below a vault, level by level so that nothing else is looked at. */
export function resourcesBelow(cloud: Cloud, vaultId: string, type: string): readonly StoredResource[] {
  const levels = type.slice(vaultType.length + 1).split("/");
  let found = [{ id: vaultId }] as readonly { readonly id: string }[];
  let level = vaultType;
  let resources: readonly StoredResource[] = [];
  for (const word of levels) {
    level = `${level}/${word}`;
    resources = found.flatMap(({ id }) => cloud.store.owned(id, level));
    found = resources;
  }
  return resources;
}
