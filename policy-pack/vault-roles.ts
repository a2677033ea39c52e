import type { RoleAssignment } from "../limits/facts/azure";
import type { Deployment } from "./deployments";
import type { Links } from "./links";
import { textAt, type Program, type ProgramResource } from "./program";
import { tokens } from "./resource-types";

/**
 * Built-in roles that limits name, by their ids in every tenant.
 *
 * @see https://learn.microsoft.com/azure/role-based-access-control/built-in-roles
 */
const builtInRoles: Readonly<Record<string, string>> = {
  "8e3af657-a8ff-443c-a75c-2fe8c4bcb635": "Owner",
  "b24988ac-6180-42a0-ab88-20f7382dd24c": "Contributor",
  "17d1049b-9a84-46fb-8f53-869881c3d3ab": "Storage Account Contributor",
  "ba92f5b4-2d11-453d-a403-e96b0029c9fe": "Storage Blob Data Contributor",
  "b7e6dc6d-f1e8-4753-8033-0f276bb0955b": "Storage Blob Data Owner",
  "974c5e8b-45b9-4653-ba55-5f855dd0fb88": "Storage Queue Data Contributor",
};

/** The roles of the vault's identity that a program assigns. */
export interface VaultRoles {
  /** Undefined where the program assigns none, or not all of them are known: others would seem to lack. */
  readonly roles: readonly RoleAssignment[] | undefined;
  readonly unknown: boolean;
}

export function vaultRoles(deployment: Deployment, program: Program, links: Links): VaultRoles {
  const { vault } = deployment;
  const assigned = [...program.values()].filter(
    (resource) =>
      resource.type === tokens.roleAssignment &&
      vault !== undefined &&
      (resource.references.get("principalId") ?? []).includes(vault.urn),
  );
  const roles = assigned.flatMap((assignment) => roleOf(assignment, program, links) ?? []);
  const unknown = roles.length < assigned.length;
  return { roles: assigned.length === 0 || unknown ? undefined : roles, unknown };
}

/** Undefined where role or scope are not known. */
function roleOf(assignment: ProgramResource, program: Program, links: Links): RoleAssignment | undefined {
  const definition = textAt(assignment.inputs, ["roleDefinitionId"]);
  const id = definition?.split("/").at(-1)?.toLowerCase() ?? "";
  const scope = textAt(assignment.inputs, ["scope"]) ?? scopeInProgram(assignment, program, links);
  if (definition === undefined || scope === undefined) return undefined;
  // A role of one's own, or one that no limit names, counts as held by its id.
  return { role: builtInRoles[id] ?? id, scope };
}

function scopeInProgram(assignment: ProgramResource, program: Program, links: Links): string | undefined {
  const [urn, ...others] = assignment.references.get("scope") ?? [];
  const resource = urn === undefined || others.length > 0 ? undefined : program.get(urn);
  return resource === undefined ? undefined : links.idOf(resource);
}
