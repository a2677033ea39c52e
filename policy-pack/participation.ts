import { keyOf, keysOfId, idKey, resourceIdsIn, textAt, type Program, type ProgramResource } from "./program";
import { isOurs, isSiteRecovery, tokens } from "./resource-types";

/** Storage Account Backup Contributor: what Azure Backup is given on accounts it backs up. */
const backupRoleId = "e5e2a7ff-d759-4cd2-bb51-3152d37e2eb1";

/** What takes part in replication, and which resources hang together through it. */
export interface Participation {
  /** URNs of what takes part. */
  readonly members: ReadonlySet<string>;
  /** Resources that a Site Recovery resource, or a role of a vault's identity, leads to: by the URN it starts from. */
  readonly reached: ReadonlyMap<string, ReadonlySet<string>>;
}

/**
 * A resource takes part in replication when it descends from a component of this package, when a Site Recovery
 * resource reaches it (by a reference, by waiting for it, or by a literal id), or when the vault's identity
 * holds a role on it.
 *
 * References are followed as far as they go; a mere wish to wait counts for one step, because programs wait for
 * many things that have nothing to do with each other.
 */
export function participation(program: Program, everything: boolean): Participation {
  const index = literalIndex(program);
  const members = new Set<string>();
  const reached = new Map<string, ReadonlySet<string>>();
  const parents = new Set([...program.values()].map((resource) => resource.parent));
  for (const resource of program.values()) {
    if (everything || resource.ancestorTypes.some(isOurs)) members.add(resource.urn);
    const component = isOurs(resource.type) && parents.has(resource.urn);
    if (isSiteRecovery(resource.type) && !component) {
      members.add(resource.urn);
      const found = reachedFrom(resource, program, index);
      reached.set(resource.urn, found);
      for (const urn of found) members.add(urn);
    }
  }
  for (const resource of program.values()) {
    if (resource.type !== tokens.roleAssignment) continue;
    const held = vaultRole(resource, program, index);
    if (held === undefined) continue;
    reached.set(resource.urn, held);
    for (const urn of held) members.add(urn);
  }
  return { members, reached };
}

type LiteralIndex = ReadonlyMap<string, string>;

/** URNs by the ids that resources of the program will have. */
function literalIndex(program: Program): LiteralIndex {
  const index = new Map<string, string>();
  for (const resource of program.values()) {
    const key = keyOf(resource, program);
    if (key !== undefined) index.set(key, resource.urn);
  }
  return index;
}

function reachedFrom(start: ProgramResource, program: Program, index: LiteralIndex): ReadonlySet<string> {
  const found = new Set<string>();
  const open = [...start.waitsFor, ...literals(start, index), ...[...start.references.values()].flat()];
  for (let urn = open.pop(); urn !== undefined; urn = open.pop()) {
    if (found.has(urn) || urn === start.urn) continue;
    found.add(urn);
    const resource = program.get(urn);
    if (resource !== undefined) open.push(...[...resource.references.values()].flat());
  }
  return found;
}

/** Resources that a literal of the inputs names: by an id anywhere, or the vault by its name. */
function literals(resource: ProgramResource, index: LiteralIndex): readonly string[] {
  const urns = resourceIdsIn(resource.inputs)
    .flatMap(keysOfId)
    .flatMap((key) => index.get(key) ?? []);
  const group = textAt(resource.inputs, ["resourceGroupName"]);
  const vault = textAt(resource.inputs, ["resourceName"]) ?? textAt(resource.inputs, ["vaultName"]);
  if (group !== undefined && vault !== undefined) {
    const urn = index.get(idKey(group, "microsoft.recoveryservices/vaults", vault));
    if (urn !== undefined) urns.push(urn);
  }
  return urns;
}

/** What a role assignment leads to when it is one of a vault's identity: the vault, and what it is scoped to. */
function vaultRole(
  assignment: ProgramResource,
  program: Program,
  index: LiteralIndex,
): ReadonlySet<string> | undefined {
  const role = textAt(assignment.inputs, ["roleDefinitionId"]);
  if (role?.toLowerCase().endsWith(backupRoleId) === true) return undefined;
  const vaults = (assignment.references.get("principalId") ?? []).flatMap((urn) => vaultsOf(urn, program));
  if (vaults.length === 0) return undefined;
  const literal = textAt(assignment.inputs, ["scope"]);
  const named = literal === undefined ? undefined : index.get(keysOfId(literal).at(-1) ?? "");
  const scopes = [
    ...(assignment.references.get("scope") ?? []),
    ...(named === undefined ? [] : [named]),
  ].filter(
    // A role on a whole resource group says nothing about what lies in it.
    (urn) => program.get(urn)?.type !== tokens.resourceGroup,
  );
  return new Set([...vaults, ...scopes]);
}

/** The vault itself, or the vaults that use a user-assigned identity. */
function vaultsOf(urn: string, program: Program): readonly string[] {
  const resource = program.get(urn);
  if (resource?.type === tokens.vault) return [urn];
  if (resource?.type !== tokens.userAssignedIdentity) return [];
  return [...program.values()]
    .filter(
      (candidate) =>
        candidate.type === tokens.vault && (candidate.references.get("identity") ?? []).includes(urn),
    )
    .map((vault) => vault.urn);
}
