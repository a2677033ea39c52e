import type { ReplicationPolicyLevelArgs } from "../../components";
import type { LandingZone, LandingZonePolicy } from "../../landing-zone/document";

/** The policies by their names; the one for failback among them. */
export function policyLevels(zone: LandingZone): Record<string, ReplicationPolicyLevelArgs> {
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
