import type { ReplicationPolicy } from "../azure";
import type { SeenFacts } from "../from-azure-native";
import { replicationPolicyAt } from "../from-azure-native/replication-policy";

/** Facts of a replication policy as Site Recovery shows it: the JSON of `GET …/replicationPolicies/{name}`. */
export function replicationPolicyFromArm(policy: unknown): SeenFacts<ReplicationPolicy> {
  return replicationPolicyAt(policy, { name: ["name"], specific: ["properties", "providerSpecificDetails"] });
}
