import type {
  Deployment as DeploymentFacts,
  PrivateEndpoint,
  ProtectedItem,
  RecoveryNetwork,
  RecoveryPlan,
  ReplicationPolicy,
  StorageAccount,
  Vault,
} from "../limits/facts/azure";
import {
  blobSoftDeleteFromAzureNative,
  networkMappingFromAzureNative,
  privateEndpointsFromAzureNative,
  protectedItemFromAzureNative,
  recoveryNetworkFromAzureNative,
  recoveryPlanFromAzureNative,
  replicationPolicyFromAzureNative,
  storageAccountFromAzureNative,
  vaultFromAzureNative,
  type SeenFacts,
} from "../limits/facts/from-azure-native";
import {
  protectedItemFromReplicatedMachine,
  recoveryPlanFromAzureSiteRecovery,
} from "../limits/facts/from-azure-siterecovery";
import type { SubjectKind, Subjects } from "../limits/facts/subjects";
import type { Deployment } from "./deployments";
import { linkedItem, roleOfAccount, roleOfNetwork, type Links } from "./links";
import { textAt, type Program, type ProgramResource } from "./program";
import { nameProperties, tokens } from "./resource-types";
import type { Seen } from "./seen";
import { surroundings, type Surroundings } from "./surroundings";
import { vaultRoles } from "./vault-roles";

/** Everything of one deployment that can be judged: its parts one by one, and all of them together. */
export interface JudgeableDeployment {
  readonly parts: readonly Seen[];
  readonly whole: {
    readonly facts: DeploymentFacts;
    /** Names of unknown facts with the list they lie in: `storageAccounts[].sku`. */
    readonly unknown: readonly string[];
    /** The same for facts whose value is of a type that it cannot have. */
    readonly unreadable: readonly string[];
    /** The resource behind `storageAccounts[1]`, or the one of that list that the subject names. */
    readonly resourceAt: (path: string, subject: string) => ProgramResource | undefined;
  };
}

export function deploymentFacts(
  deployment: Deployment,
  everything: Program,
  links: Links,
  said: Surroundings = {},
): JudgeableDeployment {
  const of = (type: string): readonly ProgramResource[] =>
    deployment.members.filter((resource) => resource.type === type);
  const vaults = deployment.vault === undefined ? [] : [deployment.vault];
  const protectedItems = seen<ProtectedItem, "protected-item">(
    "protected-item",
    [...of(tokens.protectedItem), ...of(tokens.ownMachine)],
    (inputs, resource) =>
      linkedItem(
        resource.type === tokens.ownMachine
          ? protectedItemFromReplicatedMachine(inputs)
          : protectedItemFromAzureNative(inputs),
        resource,
        everything,
        links,
      ),
  );
  const items = protectedItems.map((item) => item.facts);

  const lists = {
    vault: seen<Vault, "vault">("vault", vaults, vaultFromAzureNative, links),
    storageAccounts: seen<StorageAccount, "storage-account">(
      "storage-account",
      of(tokens.storageAccount),
      (inputs, resource) =>
        withFacts(accountFacts(inputs, resource, everything), {
          role: roleOfAccount(resource, everything, items, links),
        }),
      links,
    ),
    networks: seen<RecoveryNetwork, "network">(
      "network",
      of(tokens.network),
      (inputs, resource) =>
        withFacts(networkFacts(inputs, resource, everything), {
          role: roleOfNetwork(resource, everything, items, links),
        }),
      links,
    ),
    policies: seen<ReplicationPolicy, "replication-policy">(
      "replication-policy",
      of(tokens.policy),
      replicationPolicyFromAzureNative,
    ),
    protectedItems,
    recoveryPlans: seen<RecoveryPlan, "recovery-plan">(
      "recovery-plan",
      [...of(tokens.recoveryPlan), ...of(tokens.ownRecoveryPlan)],
      (inputs, { type }) =>
        type === tokens.ownRecoveryPlan
          ? recoveryPlanFromAzureSiteRecovery(inputs)
          : recoveryPlanFromAzureNative(inputs),
    ),
  };
  const mappings = of(tokens.networkMapping).map((resource) => ({
    resource,
    ...networkMappingFromAzureNative(resource.inputs),
  }));
  const endpoints = privateEndpoints(deployment, everything);
  const roles = vaultRoles(deployment, everything, links);
  const resources: Readonly<Record<string, readonly ProgramResource[]>> = {
    ...Object.fromEntries(
      Object.entries(lists).map(([name, list]) => [name, list.map((item) => item.resource)]),
    ),
    networkMappings: mappings.map(({ resource }) => resource),
    privateEndpoints: endpoints.map(({ resource }) => resource),
  };
  const openFacts = (how: "unknown" | "unreadable"): readonly string[] =>
    Object.entries({ ...lists, networkMappings: mappings, privateEndpoints: endpoints }).flatMap(
      ([name, list]) => list.flatMap((item) => item[how].map((fact) => factOfWhole(name, fact))),
    );
  return {
    parts: Object.values(lists).flat(),
    whole: {
      facts: {
        ...surroundings(deployment, everything, links, said),
        ...(lists.vault[0] === undefined ? {} : { vault: lists.vault[0].facts }),
        // What a program does not hold may well exist: an empty list would say that there is none.
        ...held("storageAccounts", lists.storageAccounts),
        ...held("networks", lists.networks),
        ...held("policies", lists.policies),
        ...held("protectedItems", lists.protectedItems),
        ...held("recoveryPlans", lists.recoveryPlans),
        ...held("networkMappings", mappings),
        ...held("privateEndpoints", endpoints),
        ...(roles.roles === undefined ? {} : { vaultRoles: roles.roles }),
      },
      unknown: [...openFacts("unknown"), ...(roles.unknown ? ["vaultRoles"] : [])],
      unreadable: openFacts("unreadable"),
      resourceAt: (path, subject) => {
        const [, list = "", index] = /^(\w+)(?:\[(\d+)\])?/.exec(path) ?? [];
        const listed = resources[list] ?? [];
        if (index !== undefined || listed.length === 1) return listed[Number(index ?? 0)];
        return listed.find((resource) => {
          const name = textAt(resource.inputs, [nameProperties[resource.type] ?? "name"]);
          return name !== undefined && subject.split(/\s+/).includes(name);
        });
      },
    },
  };
}

function held<Name extends keyof DeploymentFacts, Facts>(
  name: Name,
  list: readonly { readonly facts: Facts }[],
): Partial<Record<Name, readonly Facts[]>> {
  const entry: Partial<Record<Name, readonly Facts[]>> = {};
  if (list.length > 0) entry[name] = list.map(({ facts }) => facts);
  return entry;
}

function factOfWhole(list: string, fact: string): string {
  return list === "vault" ? `vault.${fact}` : `${list}[].${fact}`;
}

/** The facts of each resource, with the id by which others of the program refer to it. */
function seen<T extends object, K extends SubjectKind>(
  kind: K,
  resources: readonly ProgramResource[],
  read: (inputs: unknown, resource: ProgramResource) => SeenFacts<T>,
  links?: Links,
): readonly (Seen<K> & { readonly facts: T })[] {
  return resources.map((resource) => {
    const { facts, unknown, unreadable } = read(resource.inputs, resource);
    const id = links?.idOf(resource);
    return {
      kind,
      resource,
      facts: { ...facts, ...(id === undefined ? {} : { id }) } as T & Subjects[K],
      unknown: unknown.filter((fact) => fact !== "id"),
      unreadable,
    };
  });
}

function withFacts<T extends object>(seenFacts: SeenFacts<T>, more: Partial<T>): SeenFacts<T> {
  const defined = Object.fromEntries(Object.entries(more).filter(([, value]) => value !== undefined));
  return { ...seenFacts, facts: { ...seenFacts.facts, ...defined } };
}

function accountFacts(
  inputs: unknown,
  account: ProgramResource,
  program: Program,
): SeenFacts<StorageAccount> {
  const { facts, ...open } = storageAccountFromAzureNative(inputs);
  const service = [...program.values()].find(
    (resource) =>
      resource.type === tokens.blobService &&
      ((resource.references.get("accountName") ?? []).includes(account.urn) ||
        (facts.name !== undefined && textAt(resource.inputs, ["accountName"]) === facts.name)),
  );
  // Without a resource for its blob service an account that the program creates has Azure's default: off.
  if (service === undefined) return { facts: { ...facts, blobSoftDelete: false }, ...open };
  const blob = blobSoftDeleteFromAzureNative(service.inputs);
  const { blobSoftDelete } = blob.facts;
  return {
    facts: { ...facts, ...(blobSoftDelete === undefined ? {} : { blobSoftDelete }) },
    unknown: [...open.unknown, ...blob.unknown.filter((fact) => fact !== "accountName")],
    unreadable: [...open.unreadable, ...blob.unreadable.filter((fact) => fact !== "accountName")],
  };
}

/** A network with its inline subnets and those that are resources of their own. */
function networkFacts(
  inputs: unknown,
  network: ProgramResource,
  program: Program,
): SeenFacts<RecoveryNetwork> {
  const { facts, ...open } = recoveryNetworkFromAzureNative(inputs);
  const separate = [...program.values()].filter(
    (resource) =>
      resource.type === tokens.subnet &&
      ((resource.references.get("virtualNetworkName") ?? []).includes(network.urn) ||
        (facts.name !== undefined && textAt(resource.inputs, ["virtualNetworkName"]) === facts.name)),
  );
  if (separate.length === 0) return { facts, ...open };
  // The adapter of inline subnets reads them: a network of nothing but these.
  const own = recoveryNetworkFromAzureNative({
    subnets: separate.map((subnet) => ({
      name: textAt(subnet.inputs, ["subnetName"]) ?? textAt(subnet.inputs, ["name"]) ?? subnet.name,
      addressPrefix: textAt(subnet.inputs, ["addressPrefix"]),
      serviceEndpoints: (subnet.inputs as { readonly serviceEndpoints?: unknown }).serviceEndpoints,
    })),
  });
  return {
    facts: {
      ...facts,
      subnets: [...(facts.subnets ?? []), ...(own.facts.subnets ?? [])],
      serviceEndpoints: [...(facts.serviceEndpoints ?? []), ...(own.facts.serviceEndpoints ?? [])],
    },
    unknown: [...open.unknown, ...own.unknown],
    unreadable: [...open.unreadable, ...own.unreadable],
  };
}

/** Private endpoints whose target is a member of the deployment. */
function privateEndpoints(deployment: Deployment, program: Program) {
  const members = new Set(deployment.members.map((resource) => resource.urn));
  return [...program.values()]
    .filter(
      (resource) =>
        resource.type === tokens.privateEndpoint &&
        ["privateLinkServiceConnections", "manualPrivateLinkServiceConnections"].some((input) =>
          (resource.references.get(input) ?? []).some((urn) => members.has(urn)),
        ),
    )
    .flatMap((resource) => {
      const { facts, ...open } = privateEndpointsFromAzureNative(resource.inputs);
      return facts.map((endpoint: PrivateEndpoint) => ({ resource, facts: endpoint, ...open }));
    });
}
