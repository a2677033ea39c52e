import type * as pulumi from "@pulumi/pulumi";
import type {
  ReplicationPoliciesArgs,
  ReplicationPolicyLevelArgs,
} from "../replication-policies/replication-policies";
import type { LandingZone, LandingZonePolicy } from "../../landing-zone/document";
import { resourceGroupOf, type ResourceGroupNames } from "./resource-groups";
import type { LimitScope } from "./scope";

/** Arguments of the policies by their names; the one for failback is among them. */
export function policyArgs(
  zone: LandingZone,
  scope: LimitScope,
  groups: ResourceGroupNames,
  vaultName: pulumi.Input<string>,
): ReplicationPoliciesArgs {
  return {
    ...scope,
    resourceGroupName: "id" in zone.vault ? resourceGroupOf(zone.vault.id) : groups.vault,
    vaultName,
    policies: policyLevels(zone),
  };
}

function policyLevels(zone: LandingZone): Record<string, ReplicationPolicyLevelArgs> {
  const back = zone.failback?.policy;
  const policies = [...(zone.policies ?? []), ...(back === undefined ? [] : [back])];
  return Object.fromEntries(policies.map((policy) => [policy.name, policyLevel(policy)]));
}

function policyLevel(policy: LandingZonePolicy): ReplicationPolicyLevelArgs {
  if ("id" in policy) return { policyId: policy.id };
  const { name, instanceType, ...settings } = policy;
  // The component names the kinds that it knows when the document asks for another one.
  return {
    ...settings,
    policyName: name,
    instanceType: instanceType as ReplicationPolicyLevelArgs["instanceType"],
  };
}
