import * as pulumi from "@pulumi/pulumi";
import { ReplicationPolicies } from "../../components";
import { throwProblems } from "../../components/input-problems";
import { plannedMachineProblems } from "../../components/planned-machines";
import type { LandingZone } from "../../landing-zone/document";
import { failback } from "./failback";
import { networks } from "./networks";
import { notDeployed } from "./not-deployed";
import { policyLevels } from "./policies";
import { resourceGroups } from "./resource-groups";
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
  for (const message of notDeployed(zone)) void pulumi.log.warn(message);

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

  return {
    edition: policies.scope.apply((judged) => judged?.edition),
    scenario: zone.scenario,
    experience: policies.scope.apply((judged) => judged?.experience),
    resourceGroupNames: groups,
    vaultId: vault.vaultId,
    vaultName: vault.vaultName,
    vaultLocation: vault.location,
    vaultPrincipalId: vault.principalId,
    workspaceId: vault.workspaceId,
    cacheStorageAccountId: cache?.accountId,
    cacheStorageAccountName: cache?.accountName,
    logStorageAccountId: cache?.logAccountId,
    recoveryNetworkId: network?.recoveryNetworkId,
    recoverySubnetIds: network?.recoverySubnetIds,
    testFailoverNetworkId: network?.testNetworkId,
    policyIds: policies.policyIds,
    ...back,
  };
}

/** Name of the group that holds the resource, in the case of its id. */
function resourceGroupOf(id: string): string {
  const segments = id.split("/");
  const at = segments.findIndex((segment) => segment.toLowerCase() === "resourcegroups");
  return at === -1 ? "" : (segments[at + 1] ?? "");
}
