import { stringAt } from "../../../json";
import { refused } from "../site-recovery-error";
import type { ReplicationProvider } from "./replication-provider";
import { noTarget } from "./target";

/**
 * Replication back to VMware after a failover: an item comes to it by reprotection alone, and leaves it by being
 * reprotected once it has failed back. What it may do is made by analogy, save the published answer to a cancelled failover.
 */
export function failback(instanceType: string, forward: string): ReplicationProvider {
  return {
    instanceType,
    seconds: { enable: 0, untilProtected: 30 * 60 },
    stateAfterEnable: "replicating",
    allowed: {
      replicating: ["DisableProtection"],
      protected: ["PlannedFailover", "DisableProtection"],
      "failback-done": ["Commit", "DisableProtection", "CancelFailover"],
      "failback-committed": ["ReverseReplicate", "DisableProtection"],
    },
    enable: () => {
      throw refused("InvalidParameter", `Protection cannot be enabled by the provider '${instanceType}'.`);
    },
    whenProtected: ({ details }) => details,
    update: ({ details }) => details,
    reversed: forward,
    target: (details) => noTarget(stringAt(details, "targetVmName") ?? ""),
  };
}
