import type {
  PrivateEndpoint,
  RecoveryNetwork,
  RoleAssignment,
  StorageAccount,
} from "../../../limits/facts/azure";
import { known } from "../../../limits/facts/known";
import { normalizeRegion } from "../../../limits/facts/region";
import { parseResourceId } from "../../../limits/facts/resource-id";
import type { ReplicatedMachine } from "../../vault/item/replicated-machine";
import type { Part } from "../../vault/part";
import type { VaultResource } from "../../vault/snapshot";
import type {
  RoleAssignmentResource,
  StorageAccountResource,
  VirtualNetworkResource,
} from "../../vault/surrounding-resources";
import type { Surroundings } from "../../vault/surroundings";
import { builtInRoleOf } from "../vault-roles";

/** Accounts that machines replicate through or to; undefined where one of them could not be read. */
export function storageFacts(
  { storageAccounts }: Surroundings,
  machines: readonly ReplicatedMachine[],
): readonly StorageAccount[] | undefined {
  const replication = new Set(
    machines.flatMap(({ storageAccountId }) => storageAccountId?.toLowerCase() ?? []),
  );
  return allRead(storageAccounts)?.map(([id, account]) =>
    accountFacts(id, account, replication.has(id) ? "replication" : "cache"),
  );
}

function accountFacts(
  id: string,
  account: StorageAccountResource,
  role: StorageAccount["role"],
): StorageAccount {
  const { properties = {} } = account;
  const { networkAcls } = properties;
  const { resourceGroup, subscriptionId } = parseResourceId(id);
  const action = networkAcls?.defaultAction?.toLowerCase();
  return known<StorageAccount>({
    name: account.name,
    id: account.id ?? id,
    location: account.location === undefined ? undefined : normalizeRegion(account.location),
    kind: account.kind,
    sku: account.sku?.name,
    accessTier: properties.accessTier,
    role,
    resourceGroup,
    subscriptionId,
    classic: false,
    hierarchicalNamespace: properties.isHnsEnabled ?? false,
    firewallDefaultAction:
      action === "deny" ? "Deny" : action === "allow" || action === undefined ? "Allow" : undefined,
    firewallBypass: (networkAcls?.bypass ?? "AzureServices")
      .split(",")
      .map((word) => word.trim())
      .filter((word) => word !== "None" && word !== ""),
    firewallSubnetIds: (networkAcls?.virtualNetworkRules ?? []).flatMap((rule) => rule.id ?? []),
    minimumTlsVersion: properties.minimumTlsVersion,
    publicBlobAccess: properties.allowBlobPublicAccess,
    secureTransfer: properties.supportsHttpsTrafficOnly,
    sharedKeyAccess: properties.allowSharedKeyAccess ?? true,
    customerManagedKey:
      properties.encryption?.keySource === undefined
        ? undefined
        : properties.encryption.keySource.toLowerCase() === "microsoft.keyvault",
  });
}

/** Networks that machines fail over into; undefined where one of them could not be read. */
export function networkFacts(
  { networks }: Surroundings,
  machines: readonly ReplicatedMachine[],
): readonly RecoveryNetwork[] | undefined {
  const tests = new Set(machines.flatMap(({ testNetworkId }) => testNetworkId?.toLowerCase() ?? []));
  return allRead(networks)?.map(([id, network]) =>
    networkFact(id, network, tests.has(id) ? "test-failover" : "recovery"),
  );
}

function networkFact(
  id: string,
  { name, location, properties }: VirtualNetworkResource,
  role: RecoveryNetwork["role"],
): RecoveryNetwork {
  return known<RecoveryNetwork>({
    name,
    id,
    location: location === undefined ? undefined : normalizeRegion(location),
    addressSpaces: properties?.addressSpace?.addressPrefixes,
    subnets: properties?.subnets?.map((subnet) =>
      known({ name: subnet.name, addressPrefix: subnet.properties?.addressPrefix }),
    ),
    serviceEndpoints: properties?.subnets?.flatMap((subnet) =>
      (subnet.properties?.serviceEndpoints ?? []).flatMap(({ service }) => service ?? []),
    ),
    role,
    resourceGroup: parseResourceId(id).resourceGroup,
    classic: false,
  });
}

/** Roles of the vault's identity on the accounts; undefined where they could not be read. */
export function roleFacts({ roles }: Surroundings): readonly RoleAssignment[] | undefined {
  return allRead(roles)?.flatMap(([, assignments]) =>
    assignments.map(({ properties }: RoleAssignmentResource) =>
      known<RoleAssignment>({ role: builtInRoleOf(properties?.roleDefinitionId), scope: properties?.scope }),
    ),
  );
}

/** Private endpoints on the vault itself. Their subnets are not asked for. */
export function privateEndpointFacts(
  vault: VaultResource | undefined,
): readonly PrivateEndpoint[] | undefined {
  if (vault === undefined) return undefined;
  return (vault.properties?.privateEndpointConnections ?? []).map(({ properties }) =>
    known<PrivateEndpoint>({
      name: properties?.privateEndpoint?.id?.split("/").at(-1),
      targetId: vault.id,
      groupIds: properties?.groupIds,
    }),
  );
}

/** What was read; what is absent is none. Undefined where something is unknown: a sum over it would be wrong. */
function allRead<T>(parts: ReadonlyMap<string, Part<T>>): readonly (readonly [string, T])[] | undefined {
  const read: (readonly [string, T])[] = [];
  for (const [id, part] of parts) {
    if (part.kind === "unknown") return undefined;
    if (part.kind === "read") read.push([id, part.value]);
  }
  return read;
}
