import * as resources from "@pulumi/azure-native/resources";
import * as pulumi from "@pulumi/pulumi";
import {
  CacheStorage,
  RecoveryNetwork,
  RecoveryVault,
  ReplicationPolicies,
  type CacheStorageArgs,
  type DocumentedLimitsArgs,
  type RecoveryMonitoring,
  type RecoveryNetworkLevelArgs,
  type ReplicationPolicyLevelArgs,
} from "../../components";
import { monitored } from "./monitoring";

/** What the stacks have in common before anything replicates. */
export interface FoundationArgs extends DocumentedLimitsArgs {
  /** Stem of all names. */
  readonly name: string;
  /** Region that machines are recovered in. */
  readonly region: string;
  /** Region of the cache account where the configuration names none: beside the machines for Azure to Azure. Default: `region`. */
  readonly cacheRegion?: string;
  /** Region of the vault: another one than the machines' from zone to zone. Default: `region`. */
  readonly vaultRegion?: string;
  /** The recovery network, where machines are to find the subnets of their source. */
  readonly network?: RecoveryNetworkLevelArgs;
}

/** Where replication goes to: a vault with its policy, a cache account that its identity may use, networks. */
export interface Foundation {
  readonly groupName: pulumi.Output<string>;
  readonly vault: RecoveryVault;
  readonly network: RecoveryNetwork;
  readonly monitoring: RecoveryMonitoring;
  /** What every replication component takes of all this. */
  readonly replication: {
    readonly vaultId: pulumi.Output<string>;
    readonly policyId: pulumi.Output<string>;
    readonly recoveryResourceGroupId: pulumi.Output<string>;
    readonly testFailoverNetworkId: pulumi.Output<string>;
    readonly cacheStorageAccountId: pulumi.Output<string>;
  };
}

const addresses = {
  addressSpaces: ["10.50.0.0/16"],
  subnets: [{ name: "servers", addressPrefix: "10.50.0.0/24" }],
};

/**
 * Builds the foundation. Of the stack's configuration it reads what all stacks let their users change: `cacheRegion`,
 * `cacheKind`, `cacheSku` and `policy`; {@link monitored} reads its own.
 */
export function foundation({
  name,
  region,
  cacheRegion = region,
  vaultRegion = region,
  network: recovery = addresses,
  ...limits
}: FoundationArgs): Foundation {
  const config = new pulumi.Config();
  const group = new resources.ResourceGroup(name, { resourceGroupName: `rg-${name}`, location: region });
  const placed = { ...limits, resourceGroupName: group.name };
  const cache = new CacheStorage(name, {
    ...placed,
    ...cacheOf(config),
    location: config.get("cacheRegion") ?? cacheRegion,
  });
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
  const policy = config.getObject<ReplicationPolicyLevelArgs>("policy") ?? {};
  const policies = new ReplicationPolicies(
    name,
    { ...placed, vaultName: vault.vaultName, policies: { default: policy } },
    { dependsOn: vault },
  );
  const monitoring = monitored(name, { resourceGroupName: group.name, location: vaultRegion, vault });
  return {
    groupName: group.name,
    vault,
    network,
    monitoring,
    replication: {
      vaultId: vault.vaultId,
      policyId: policies.policyIds.apply((ids) => ids["default"] ?? ""),
      recoveryResourceGroupId: group.id,
      testFailoverNetworkId: network.testNetworkId.apply((id) => id ?? ""),
      cacheStorageAccountId: cache.accountId,
    },
  };
}

/** Kind and SKU of the cache account, where the components' choice is not wanted. */
function cacheOf(config: pulumi.Config): Pick<CacheStorageArgs, "kind" | "sku"> {
  const kind = config.get("cacheKind");
  const sku = config.get("cacheSku");
  return { ...(kind === undefined ? {} : { kind }), ...(sku === undefined ? {} : { sku }) };
}
