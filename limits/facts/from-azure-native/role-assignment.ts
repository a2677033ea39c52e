import type { RoleAssignment } from "../azure";
import { known } from "../known";
import { parseResourceId } from "../resource-id";
import { InputReader, type SeenFacts } from "./input-reader";

/**
 * Built-in roles that limits name, by the last part of their definition's id.
 *
 * @see https://learn.microsoft.com/azure/role-based-access-control/built-in-roles
 */
const builtInRoles: Readonly<Record<string, string>> = {
  "b24988ac-6180-42a0-ab88-20f7382dd24c": "Contributor",
  "ba92f5b4-2d11-453d-a403-e96b0029c9fe": "Storage Blob Data Contributor",
  "b7e6dc6d-f1e8-4753-8033-0f276bb0955b": "Storage Blob Data Owner",
};

/**
 * Facts of an `azure-native:authorization:RoleAssignment`; whose it is, only the program's graph tells. A
 * role that no limit names keeps its id.
 */
export function roleAssignmentFromAzureNative(inputs: unknown): SeenFacts<RoleAssignment> {
  const read = new InputReader(inputs);
  const definition = read.string("role", ["roleDefinitionId"]);
  const id = definition === undefined ? undefined : parseResourceId(definition).name;
  return read.seen(
    known<RoleAssignment>({
      role: id === undefined ? undefined : (builtInRoles[id] ?? id),
      scope: read.string("scope", ["scope"]),
    }),
  );
}
