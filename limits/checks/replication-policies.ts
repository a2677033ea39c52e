import type { ReplicationPolicy } from "../facts/azure";
import { knownString } from "../facts/known";

/** How findings name a policy. */
export function policyName(policy: Partial<ReplicationPolicy>): string {
  const name = knownString(policy.name);
  return name === undefined ? "replication policy" : `replication policy ${name}`;
}
