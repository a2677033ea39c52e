import type { ProtectedItem, RecoveryNetwork, StorageAccount } from "../limits/facts/azure";
import type { SeenFacts } from "../limits/facts/from-azure-native";
import { kindInputs } from "../limits/facts/from-azure-siterecovery";
import { sameResourceId } from "../limits/facts/resource-id";
import { keyOf, keysOfId, resourceIdsIn, textAt, type Program, type ProgramResource } from "./program";
import { cacheStorageComponent, recoveryNetworkComponent, tokens } from "./resource-types";

/**
 * Ids by which facts refer to each other. At a preview no id is known; where a program names a resource by a
 * literal id, that is its id, and elsewhere its URN stands for it.
 */
export interface Links {
  idOf(resource: ProgramResource): string;
}

/** Types whose inputs hold ids of accounts, networks and plans' machines. */
const namesOthers: ReadonlySet<string> = new Set([
  tokens.protectedItem,
  tokens.ownMachine,
  tokens.roleAssignment,
  tokens.importExportJob,
]);

export function linksOf(program: Program): Links {
  const literalIds = new Map<string, string>();
  for (const resource of program.values()) {
    if (!namesOthers.has(resource.type)) continue;
    for (const id of resourceIdsIn(resource.inputs)) {
      const key = keysOfId(id).at(-1);
      if (key !== undefined) literalIds.set(key, id);
    }
  }
  return {
    idOf(resource) {
      const key = keyOf(resource, program);
      return (key === undefined ? undefined : literalIds.get(key)) ?? resource.urn;
    },
  };
}

/** Facts of a protected item that hold an id, and the type they lead to. */
const idFacts = [
  { fact: "storageAccountId", type: tokens.storageAccount },
  { fact: "logStorageAccountId", type: tokens.storageAccount },
  { fact: "networkId", type: tokens.network },
  { fact: "testNetworkId", type: tokens.network },
] as const satisfies readonly { readonly fact: keyof ProtectedItem; readonly type: string }[];

/**
 * A protected item whose unknown ids are those of resources of the program, where there is no doubt which one is
 * meant: a reference belongs to the whole of an input, so two of one type cannot be told apart.
 */
export function linkedItem(
  { facts, unknown, unreadable }: SeenFacts<ProtectedItem>,
  resource: ProgramResource,
  program: Program,
  links: Links,
): SeenFacts<ProtectedItem> {
  const referenced = ["properties", ...Object.keys(kindInputs)]
    .flatMap((input) => resource.references.get(input) ?? [])
    .flatMap((urn) => program.get(urn) ?? []);
  const linked: Record<string, string> = {};
  for (const type of [tokens.storageAccount, tokens.network]) {
    const open = idFacts.filter((fact) => fact.type === type && unknown.includes(fact.fact));
    const candidates = referenced.filter((candidate) => candidate.type === type);
    const [candidate] = candidates;
    // One account, whichever facts are open: they all mean it.
    if (candidates.length === 1 && candidate !== undefined) {
      for (const { fact } of open) linked[fact] = links.idOf(candidate);
    } else if (type === tokens.storageAccount && open.length === candidates.length) {
      for (const [fact, account] of premiumAndLog(candidates)) linked[fact] = links.idOf(account);
    }
  }
  return {
    facts: { ...facts, ...linked },
    unknown: unknown.filter((fact) => !Object.hasOwn(linked, fact)),
    unreadable,
  };
}

/** Of two accounts, one premium and one standard, the premium one holds the replica and the other the log. */
function premiumAndLog(
  accounts: readonly ProgramResource[],
): readonly (readonly ["storageAccountId" | "logStorageAccountId", ProgramResource])[] {
  const premium = accounts.filter((account) =>
    textAt(account.inputs, ["sku", "name"])?.startsWith("Premium"),
  );
  const standard = accounts.filter((account) =>
    textAt(account.inputs, ["sku", "name"])?.startsWith("Standard"),
  );
  const [replica] = premium;
  const [log] = standard;
  return premium.length === 1 && standard.length === 1 && replica !== undefined && log !== undefined
    ? [
        ["storageAccountId", replica],
        ["logStorageAccountId", log],
      ]
    : [];
}

/** What replication uses an account for, as far as components and protected items show. */
export function roleOfAccount(
  account: ProgramResource,
  program: Program,
  items: readonly ProtectedItem[],
  links: Links,
): StorageAccount["role"] {
  const component = account.parent === undefined ? undefined : program.get(account.parent);
  if (component?.type === cacheStorageComponent) {
    if (account.name.endsWith("-log")) return "log";
    const role = textAt(component.outputs, ["role"]);
    if (role === "replication" || role === "cache" || role === "log") return role;
  }
  const id = links.idOf(account);
  const names = (other: string | null | undefined): boolean =>
    typeof other === "string" && sameResourceId(other, id);
  if (items.some((item) => names(item.storageAccountId))) return "replication";
  if (items.some((item) => names(item.logStorageAccountId))) return "log";
  if (items.some((item) => item.disks?.some((disk) => names(disk.storageAccountId)))) return "cache";
  return undefined;
}

/** Whether machines arrive in a network at a failover or at a drill. */
export function roleOfNetwork(
  network: ProgramResource,
  program: Program,
  items: readonly ProtectedItem[],
  links: Links,
): RecoveryNetwork["role"] {
  const component = network.parent === undefined ? undefined : program.get(network.parent);
  if (component?.type === recoveryNetworkComponent) {
    return network.name.endsWith("-test-network") ? "test-failover" : "recovery";
  }
  const id = links.idOf(network);
  const names = (other: string | null | undefined): boolean =>
    typeof other === "string" && sameResourceId(other, id);
  if (items.some((item) => names(item.networkId))) return "recovery";
  return items.some((item) => names(item.testNetworkId)) ? "test-failover" : undefined;
}
