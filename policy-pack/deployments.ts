import type { Participation } from "./participation";
import { keysOfId, keyOf, idKey, textAt, type Program, type ProgramResource } from "./program";
import { isOurs, isSiteRecovery, tokens } from "./resource-types";

/** The resources that belong to one vault, or to a vault outside the program. */
export interface Deployment {
  readonly vault: ProgramResource | undefined;
  /** Everything that takes part in it, the vault included. */
  readonly members: readonly ProgramResource[];
}

/**
 * Sorts what takes part in replication by vault. A resource belongs to the vault that a Site Recovery resource
 * or a role of the vault's identity ties it to; else to the vault that shares its nearest component or parent;
 * else to the only vault of the program. What is left has no vault in this program.
 */
export function deployments(program: Program, { members, reached }: Participation): readonly Deployment[] {
  const taking = [...program.values()].filter((resource) => members.has(resource.urn));
  const vaults = taking.filter((resource) => resource.type === tokens.vault);
  const owners = new Map<string, Set<string>>();
  const own = (urn: string, vault: string): void => {
    owners.set(urn, (owners.get(urn) ?? new Set()).add(vault));
  };
  for (const vault of vaults) own(vault.urn, vault.urn);
  for (const [start, found] of reached) {
    for (const vault of vaults.filter((candidate) => found.has(candidate.urn))) {
      for (const urn of [start, ...found]) own(urn, vault.urn);
    }
  }
  const bySite = new Map<string, ProgramResource[]>();
  const outside: ProgramResource[] = [];
  for (const resource of taking) {
    const held = vaultsOf(resource, owners, vaults, program);
    if (held.length === 0) outside.push(resource);
    for (const vault of held) {
      const site = bySite.get(vault);
      if (site === undefined) bySite.set(vault, [resource]);
      else site.push(resource);
    }
  }
  return [
    ...[...bySite].map(([vault, resources]) => ({ vault: program.get(vault), members: resources })),
    ...outsideGroups(outside, program).map((resources) => ({ vault: undefined, members: resources })),
  ];
}

function vaultsOf(
  resource: ProgramResource,
  owners: ReadonlyMap<string, ReadonlySet<string>>,
  vaults: readonly ProgramResource[],
  program: Program,
): readonly string[] {
  const tied = owners.get(resource.urn);
  // Another vault is nobody's part, whatever refers to both.
  if (resource.type === tokens.vault) return [resource.urn];
  if (tied !== undefined) return [...tied];
  // A Site Recovery resource that names a vault outside the program belongs there.
  if (isSiteRecovery(resource.type) && vaultKeyOf(resource, program) !== undefined) return [];
  for (const ancestor of ancestors(resource, program)) {
    const near = vaults.filter((vault) => ancestors(vault, program).includes(ancestor));
    if (near.length > 0) return near.length === 1 ? near.map((vault) => vault.urn) : [];
  }
  return vaults.length === 1 ? vaults.map((vault) => vault.urn) : [];
}

/** Parents from the nearest on, without the stack, which everything shares. */
function ancestors(resource: ProgramResource, program: Program): readonly string[] {
  const found: string[] = [];
  let urn = resource.parent;
  while (urn !== undefined && !found.includes(urn)) {
    const parent = program.get(urn);
    if (parent?.type === "pulumi:pulumi:Stack") break;
    found.push(urn);
    urn = parent?.parent;
  }
  return found;
}

/** Inputs of this package's resources that hold the id of the vault, or of what lies in it. */
const inputsWithin = ["vaultId", "containerId", "protectionContainerId", "fabricId", "policyId"] as const;

/** The vault that the inputs name, where they do. */
function vaultKeyOf(resource: ProgramResource, program: Program): string | undefined {
  if (isOurs(resource.type)) {
    // Anything of the vault's names the vault first.
    const id = inputsWithin
      .map((input) => textAt(resource.inputs, [input]))
      .find((text) => text !== undefined);
    return id === undefined ? undefined : keysOfId(id).at(0);
  }
  const name = textAt(resource.inputs, ["resourceName"]);
  const group = textAt(resource.inputs, ["resourceGroupName"]) ?? groupKey(resource, program);
  return name === undefined ? undefined : idKey(group ?? "", "microsoft.recoveryservices/vaults", name);
}

function groupKey(resource: ProgramResource, program: Program): string | undefined {
  const urn = resource.references.get("resourceGroupName")?.[0];
  const group = urn === undefined ? undefined : program.get(urn);
  return group === undefined ? undefined : keyOf(group, program);
}

/** What belongs to vaults outside the program: one group for each of them that is named, one for the rest. */
function outsideGroups(
  resources: readonly ProgramResource[],
  program: Program,
): readonly (readonly ProgramResource[])[] {
  const named = Map.groupBy(resources, (resource) =>
    isSiteRecovery(resource.type) ? (vaultKeyOf(resource, program) ?? "") : "",
  );
  const keys = [...named.keys()].filter((key) => key !== "");
  // One vault outside: everything is about that one.
  if (keys.length <= 1) return resources.length === 0 ? [] : [resources];
  return [...named.values()];
}
