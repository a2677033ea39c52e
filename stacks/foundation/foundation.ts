import * as resources from "@pulumi/azure-native/resources";
import type * as pulumi from "@pulumi/pulumi";
import {
  CacheStorage,
  RecoveryNetwork,
  RecoveryVault,
  ReplicationPolicies,
  type CacheStorageArgs,
  type DocumentedLimitsArgs,
  type RecoveryNetworkLevelArgs,
  type ReplicationPolicyLevelArgs,
} from "../../components";

/** What the stacks have in common before anything replicates. */
export interface FoundationArgs extends DocumentedLimitsArgs {
  /** Stem of all names. */
  readonly name: string;
  /** Region that machines are recovered in. */
  readonly region: string;
  /** Region of the cache account: beside the machines for Azure to Azure. Default: `region`. */
  readonly cacheRegion?: string;
  /** Region of the vault: another one than the machines' from zone to zone. Default: `region`. */
  readonly vaultRegion?: string;
  /** Cache account, where the defaults do not fit. */
  readonly cache?: Pick<CacheStorageArgs, "kind" | "sku">;
  readonly policy?: ReplicationPolicyLevelArgs;
  /** The recovery network, where machines are to find the subnets of their source. */
  readonly network?: RecoveryNetworkLevelArgs;
}

/** Where replication goes to: a vault with its policy, a cache account that its identity may use, networks. */
export interface Foundation {
  readonly groupId: pulumi.Output<string>;
  readonly vault: RecoveryVault;
  readonly cache: CacheStorage;
  readonly network: RecoveryNetwork;
  readonly policyId: pulumi.Output<string>;
}

const addresses = {
  addressSpaces: ["10.50.0.0/16"],
  subnets: [{ name: "servers", addressPrefix: "10.50.0.0/24" }],
};

/** Builds the foundation. */
export function foundation({
  name,
  region,
  cacheRegion = region,
  vaultRegion = region,
  cache: cacheArgs,
  policy,
  network: recovery = addresses,
  ...limits
}: FoundationArgs): Foundation {
  const group = new resources.ResourceGroup(name, { resourceGroupName: `rg-${name}`, location: region });
  const placed = { ...limits, resourceGroupName: group.name };
  const cache = new CacheStorage(name, { ...placed, ...cacheArgs, location: cacheRegion });
  const vault = new RecoveryVault(name, {
    ...placed,
    location: vaultRegion,
    cacheAccess: [{ storageAccountId: cache.accountId }],
  });
  const network = new RecoveryNetwork(name, {
    ...placed,
    location: region,
    vaultLocation: vaultRegion,
    recovery,
  });
  const policies = new ReplicationPolicies(
    name,
    { ...placed, vaultName: vault.vaultName, policies: { default: policy ?? {} } },
    { dependsOn: vault },
  );
  return {
    groupId: group.id,
    vault,
    cache,
    network,
    policyId: policies.policyIds.apply((ids) => ids["default"] ?? ""),
  };
}
