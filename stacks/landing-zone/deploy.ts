import * as pulumi from "@pulumi/pulumi";
import { CacheStorage, RecoveryNetwork, RecoveryVault, ReplicationPolicies } from "../../components";
import { documentedLimits } from "../../components/limits/documented-limits";
import type { LandingZone } from "../../landing-zone/document";
import { checkLandingZone } from "./check";
import { failbackNetworkArgs, networkArgs } from "./networks";
import { notDeployed } from "./not-deployed";
import { policyArgs } from "./policies";
import { resourceGroupNames, resourceGroups } from "./resource-groups";
import { scopeOf, type LimitScope } from "./scope";
import { cacheStorageArgs } from "./storage";
import { vaultArgs } from "./vault";

/** What the stack tells other stacks and people; the README documents it. */
export type LandingZoneOutputs = Readonly<Record<string, pulumi.Input<unknown>>>;

/**
 * Deploys the landing zone: resource groups, vault, storage, networks, policies. Machines are judged, not
 * protected: an appliance has to register in the vault first.
 *
 * @throws pulumi.InputPropertiesError when the document breaks a limit; nothing is created then.
 */
export function deployLandingZone(zone: LandingZone): LandingZoneOutputs {
  checkLandingZone(zone);
  for (const message of notDeployed(zone)) void pulumi.log.info(message);

  const scope = scopeOf(zone);
  const groups = resourceGroups(zone);
  const { cacheStorage, networks, failback } = zone;
  const cache =
    cacheStorage === undefined
      ? undefined
      : new CacheStorage("cache", cacheStorageArgs("cache", zone, scope, groups, cacheStorage));
  const vault = new RecoveryVault("vault", vaultArgs(zone, scope, groups, cache));
  const network =
    networks === undefined
      ? undefined
      : new RecoveryNetwork(
          "network",
          networkArgs(zone, scope, groups, networks.recovery, networks.testFailover),
        );
  const policies = new ReplicationPolicies(
    "policies",
    policyArgs(zone, scope, groups, vault.vaultName),
    // A policy refers to its vault by name only: what else the vault consists of comes first.
    { dependsOn: vault },
  );
  const failbackCache =
    failback?.cacheStorage === undefined
      ? undefined
      : new CacheStorage(
          "failback",
          cacheStorageArgs("failback", zone, scope, groups, failback.cacheStorage),
        );
  const failbackNetwork =
    failback?.network === undefined
      ? undefined
      : new RecoveryNetwork("failback", failbackNetworkArgs(zone, scope, groups, failback.network));

  return withoutUndefined({
    ...settledScope(scope),
    resourceGroupNames: resourceGroupNames(zone),
    vaultId: vault.vaultId,
    vaultName: vault.vaultName,
    vaultLocation: vault.location,
    vaultPrincipalId: vault.principalId,
    workspaceId: zone.monitoring?.workspace === undefined ? undefined : vault.workspaceId,
    cacheStorageAccountId: cache?.accountId,
    cacheStorageAccountName: cache?.accountName,
    logStorageAccountId: cacheStorage?.logStorage === undefined ? undefined : cache?.logAccountId,
    recoveryNetworkId: network?.recoveryNetworkId,
    recoverySubnetIds: network?.recoverySubnetIds,
    testFailoverNetworkId: networks?.testFailover === undefined ? undefined : network?.testNetworkId,
    policyIds: policies.policyIds,
    failbackCacheStorageAccountId: failbackCache?.accountId,
    failbackNetworkId: failbackNetwork?.recoveryNetworkId,
  });
}

/** Edition, scenario and experience with their defaults. */
function settledScope(scope: LimitScope): Readonly<Record<string, unknown>> {
  const { edition, scenario, experience, intent } = documentedLimits(scope).judge?.scope ?? {};
  return { edition, scenario, experience, intent };
}

/** Pulumi warns of outputs without a value. */
function withoutUndefined(outputs: Readonly<Record<string, unknown>>): LandingZoneOutputs {
  return Object.fromEntries(Object.entries(outputs).filter(([, value]) => value !== undefined));
}
