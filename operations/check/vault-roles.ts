import type { StorageAccountResource } from "../vault/surrounding-resources";

/**
 * Built-in roles by the last part of their definition's id.
 *
 * @see https://learn.microsoft.com/azure/role-based-access-control/built-in-roles
 */
const builtInRoles: Readonly<Record<string, string>> = {
  "8e3af657-a8ff-443c-a75c-2fe8c4bcb635": "Owner",
  "b24988ac-6180-42a0-ab88-20f7382dd24c": "Contributor",
  "ba92f5b4-2d11-453d-a403-e96b0029c9fe": "Storage Blob Data Contributor",
  "b7e6dc6d-f1e8-4753-8033-0f276bb0955b": "Storage Blob Data Owner",
};

/** Name of a built-in role, or the id where the role is another one. */
export function builtInRoleOf(roleDefinitionId: string | undefined): string | undefined {
  const id = roleDefinitionId?.split("/").at(-1)?.toLowerCase();
  return id === undefined ? undefined : (builtInRoles[id] ?? id);
}

/**
 * The roles that a vault's identity needs on an account: each with the roles that serve as well, the documented one
 * first.
 *
 * @see https://learn.microsoft.com/azure/site-recovery/azure-to-azure-how-to-enable-replication-private-endpoints
 */
export function neededRoles({ sku }: StorageAccountResource): readonly (readonly [string, ...string[]])[] {
  const data: readonly [string, ...string[]] =
    sku?.name?.startsWith("Premium") === true
      ? ["Storage Blob Data Owner"]
      : ["Storage Blob Data Contributor", "Storage Blob Data Owner"];
  return [["Contributor", "Owner"], data];
}
