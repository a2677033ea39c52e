import type { AzureConnection } from "../../azure/connection";
import { getFromArm, pagesFromArm } from "./arm-reads";
import type { AzureReader, RequestSettings } from "./azure-reader";
import { quotaVersions, skusPath, usagesPath, type SkuResource, type UsageResource } from "./core-quota";
import type { Part } from "./part";
import type {
  VirtualNetworkResource,
  StorageAccountResource,
  RoleAssignmentResource,
} from "./surrounding-resources";

/** A region of a subscription that machines fail over to. */
export interface TargetRegion {
  readonly subscriptionId: string;
  readonly region: string;
}

/** Everything outside the vault that a failover needs, by id in lower case. */
export interface Surroundings {
  readonly networks: ReadonlyMap<string, Part<VirtualNetworkResource>>;
  readonly storageAccounts: ReadonlyMap<string, Part<StorageAccountResource>>;
  /** Roles on each storage account, inherited ones included. */
  readonly roles: ReadonlyMap<string, Part<readonly RoleAssignmentResource[]>>;
  readonly resourceGroups: ReadonlyMap<string, Part<unknown>>;
  readonly usages: ReadonlyMap<string, Part<readonly UsageResource[]>>;
  readonly sizes: ReadonlyMap<string, Part<readonly SkuResource[]>>;
}

export interface SurroundingsAsked {
  readonly networkIds: Iterable<string>;
  readonly storageAccountIds: Iterable<string>;
  readonly resourceGroupIds: Iterable<string>;
  readonly regions: Iterable<TargetRegion>;
  /** Principals of the vault's identity; roles are asked for these alone. */
  readonly principalIds: readonly string[];
}

/** The action that each kind of thing needs. */
export const surroundingActions = {
  networks: "Microsoft.Network/virtualNetworks/read",
  storageAccounts: "Microsoft.Storage/storageAccounts/read",
  roles: "Microsoft.Authorization/roleAssignments/read",
  resourceGroups: "Microsoft.Resources/subscriptions/resourceGroups/read",
  usages: "Microsoft.Compute/locations/usages/read",
  sizes: "Microsoft.Compute/skus/read",
} as const;

const versions = {
  network: "2024-05-01",
  storage: "2024-01-01",
  authorization: "2022-04-01",
  resources: "2024-03-01",
} as const;

/** Reads what is asked, each thing once, through the reader's slots. @throws AzureError when nobody is signed in. */
export async function readSurroundings(
  { arm }: AzureConnection,
  reader: AzureReader,
  asked: SurroundingsAsked,
): Promise<Surroundings> {
  const one =
    <T>(action: string, version: string, query = "") =>
    (id: string) =>
      reader.read(action, (settings: RequestSettings) =>
        getFromArm<T>(arm, `${id}${query}`, version, settings),
      );
  const list =
    <T>(action: string, version: string, path: (id: string) => string) =>
    (id: string) =>
      reader.readAll(action, (settings) => pagesFromArm<T>(arm, path(id), version, settings));
  const regions = new Set(
    [...asked.regions].map(
      ({ subscriptionId, region }) =>
        `/subscriptions/${subscriptionId.toLowerCase()}/providers/Microsoft.Compute/locations/${region}`,
    ),
  );
  const accounts = unique(asked.storageAccountIds);
  const filters = asked.principalIds.map((id) => `principalId eq '${id}'`);
  const [networks, storageAccounts, roles, resourceGroups, usages, sizes] = await Promise.all([
    each(
      unique(asked.networkIds),
      // The addresses in use come with the network: no further call a subnet or adapter.
      one<VirtualNetworkResource>(
        surroundingActions.networks,
        versions.network,
        "?$expand=subnets/ipConfigurations",
      ),
    ),
    each(accounts, one<StorageAccountResource>(surroundingActions.storageAccounts, versions.storage)),
    each(filters.length === 0 ? new Set<string>() : accounts, (id) =>
      rolesOf(filters, (filter) =>
        list<RoleAssignmentResource>(
          surroundingActions.roles,
          versions.authorization,
          () =>
            `${id}/providers/Microsoft.Authorization/roleAssignments?$filter=${encodeURIComponent(filter)}`,
        )(id),
      ),
    ),
    each(unique(asked.resourceGroupIds), one(surroundingActions.resourceGroups, versions.resources)),
    each(regions, list<UsageResource>(surroundingActions.usages, quotaVersions.usages, usagesPath)),
    each(regions, list<SkuResource>(surroundingActions.sizes, quotaVersions.skus, skusPath)),
  ]);
  return { networks, storageAccounts, roles, resourceGroups, usages, sizes };
}

/** Key of a region in {@link Surroundings.usages} and `sizes`. */
export function regionKey({ subscriptionId, region }: TargetRegion): string {
  return `/subscriptions/${subscriptionId}/providers/microsoft.compute/locations/${region}`.toLowerCase();
}

async function rolesOf(
  filters: readonly string[],
  ask: (filter: string) => Promise<Part<readonly RoleAssignmentResource[]>>,
): Promise<Part<readonly RoleAssignmentResource[]>> {
  const parts = await Promise.all(filters.map(ask));
  const notRead = parts.find((part) => part.kind !== "read");
  if (notRead !== undefined) return notRead;
  return { kind: "read", value: parts.flatMap((part) => (part.kind === "read" ? part.value : [])) };
}

async function each<T>(
  ids: ReadonlySet<string>,
  read: (id: string) => Promise<Part<T>>,
): Promise<ReadonlyMap<string, Part<T>>> {
  const entries = await Promise.all([...ids].map(async (id) => [id.toLowerCase(), await read(id)] as const));
  return new Map(entries);
}

/** Ids compare without case: of several spellings the first is asked for. */
function unique(ids: Iterable<string>): ReadonlySet<string> {
  const spellings = new Map<string, string>();
  for (const id of ids) if (!spellings.has(id.toLowerCase())) spellings.set(id.toLowerCase(), id);
  return new Set(spellings.values());
}
