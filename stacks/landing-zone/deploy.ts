import * as pulumi from "@pulumi/pulumi";
import { ReplicationPolicies } from "../../components";
import { documentedLimits } from "../../components/documented-limits";
import { judgedScope } from "../../components/judged-scope";
import { throwProblems } from "../../components/input-problems";
import { plannedMachineProblems } from "../../components/planned-machines";
import type { LandingZone } from "../../landing-zone/document";
import { failback } from "./failback";
import { networks } from "./networks";
import { notDeployed } from "./not-deployed";
import { policyLevels } from "./policies";
import { resourceGroupNames, resourceGroups } from "./resource-groups";
import { cacheStorage } from "./storage";
import { recoveryVault } from "./vault";

/** What the stack tells other stacks and people; the README documents it. */
export type LandingZoneOutputs = Readonly<Record<string, pulumi.Input<unknown>>>;

/** Judged by one edition and scenario: what every component of the landing zone is told. */
export type LimitScope = Pick<LandingZone, "edition" | "experience"> & {
  readonly scenario: Exclude<LandingZone["scenario"], "vmware-to-secondary" | "physical-to-secondary">;
};

/**
 * Deploys the landing zone: resource groups, vault, storage, networks, policies. Machines are judged, not
 * protected: an appliance has to register in the vault first.
 */
export function deployLandingZone(zone: LandingZone): LandingZoneOutputs {
  // The components refuse scenarios that Azure does not offer, with the reason.
  const scope = { edition: zone.edition, scenario: zone.scenario, experience: zone.experience } as LimitScope;
  throwProblems("The landing zone", plannedMachineProblems(scope, zone.machines ?? {}));
  for (const message of notDeployed(zone)) void pulumi.log.info(message);

  const groups = resourceGroups(zone);
  const cache = cacheStorage("cache", zone, scope, groups, zone.cacheStorage);
  const vault = recoveryVault(zone, scope, groups, cache);
  const network = networks(zone, scope, groups);
  const policies = new ReplicationPolicies(
    "policies",
    {
      ...scope,
      resourceGroupName: "id" in zone.vault ? resourceGroupOf(zone.vault.id) : groups.vault,
      vaultName: vault.vaultName,
      policies: policyLevels(zone),
    },
    // A policy refers to its vault by name only: what else the vault consists of comes first.
    { dependsOn: vault },
  );
  const back = failback(zone, scope, groups);

  return withoutUndefined({
    // Edition, scenario and experience as they were settled, with their defaults.
    ...judgedScope(documentedLimits(scope)),
    resourceGroupNames: resourceGroupNames(zone),
    vaultId: vault.vaultId,
    vaultName: vault.vaultName,
    vaultLocation: vault.location,
    vaultPrincipalId: vault.principalId,
    workspaceId: zone.monitoring?.workspace === undefined ? undefined : vault.workspaceId,
    cacheStorageAccountId: cache?.accountId,
    cacheStorageAccountName: cache?.accountName,
    logStorageAccountId: zone.cacheStorage?.logStorage === undefined ? undefined : cache?.logAccountId,
    recoveryNetworkId: network?.recoveryNetworkId,
    recoverySubnetIds: network?.recoverySubnetIds,
    testFailoverNetworkId: zone.networks?.testFailover === undefined ? undefined : network?.testNetworkId,
    policyIds: policies.policyIds,
    ...back,
  });
}

/** Pulumi warns of outputs without a value. */
function withoutUndefined(outputs: Readonly<Record<string, unknown>>): LandingZoneOutputs {
  return Object.fromEntries(
    Object.entries(outputs).filter(([, value]) => value !== undefined),
  );
}

/** Name of the group that holds the resource, in the case of its id. */
function resourceGroupOf(id: string): string {
  const segments = id.split("/");
  const at = segments.findIndex((segment) => segment.toLowerCase() === "resourcegroups");
  return at === -1 ? "" : (segments[at + 1] ?? "");
}
