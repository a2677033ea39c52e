import { check as replicationHealth } from "./checks/replication-health";
import { check as failoverHealth } from "./checks/failover-health";
import { check as failoverPossible } from "./checks/failover-possible";
import { check as rpoThreshold } from "./checks/rpo-threshold";
import { check as failedOver } from "./checks/failed-over";
import { check as agentOutdated } from "./checks/agent-outdated";
import { check as agentExpiring } from "./checks/agent-expiring";
import { check as heartbeat } from "./checks/heartbeat";
import { check as jobStuck } from "./checks/job-stuck";
import { check as jobFailed } from "./checks/job-failed";
import { check as noRecoveryPlan } from "./checks/no-recovery-plan";
import { check as planMemberGone } from "./checks/plan-member-gone";
import { check as multiVmGroupSplit } from "./checks/multi-vm-group-split";
import { check as containerMappingOneWay } from "./checks/container-mapping-one-way";
import { check as targetNetwork } from "./checks/target-network";
import { check as targetAddressTaken } from "./checks/target-address-taken";
import { check as targetSubnetFull } from "./checks/target-subnet-full";
import { check as vcpuQuota } from "./checks/vcpu-quota";
import { check as cacheAccountGone } from "./checks/cache-account-gone";
import { check as cacheAccountRole } from "./checks/cache-account-role";
import { check as softDeleted } from "./checks/soft-deleted";
import { check as testFailoverLeft } from "./checks/test-failover-left";
import { check as drillOverdue } from "./checks/drill-overdue";
import { check as drillFailed } from "./checks/drill-failed";
import { check as vaultErrors } from "./checks/vault-errors";
import { check as infrastructureHealth } from "./checks/infrastructure-health";
import { check as providerDisconnected } from "./checks/provider-disconnected";
import { check as resyncRequired } from "./checks/resync-required";
import { check as alertsUnheard } from "./checks/alerts-unheard";
import { check as targetGroupGone } from "./checks/target-group-gone";
import type { LiveCheck } from "./live-check";

/** All live checks, in the order of their references. */
export const liveChecks: readonly LiveCheck[] = [
  replicationHealth,
  failoverHealth,
  failoverPossible,
  rpoThreshold,
  failedOver,
  agentOutdated,
  agentExpiring,
  heartbeat,
  jobStuck,
  jobFailed,
  noRecoveryPlan,
  planMemberGone,
  multiVmGroupSplit,
  containerMappingOneWay,
  targetNetwork,
  targetAddressTaken,
  targetSubnetFull,
  vcpuQuota,
  cacheAccountGone,
  cacheAccountRole,
  softDeleted,
  testFailoverLeft,
  drillOverdue,
  drillFailed,
  vaultErrors,
  infrastructureHealth,
  providerDisconnected,
  resyncRequired,
  alertsUnheard,
  targetGroupGone,
];
