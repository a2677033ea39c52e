import {
  accountId,
  daysAgo,
  job,
  minutesAgo,
  networkId,
  plan,
  soundItem,
  vaultId,
  type Part,
  type SeededResource,
} from "./sound-vault";

/** A state of the vault that a check has to see, as what sets it apart from the sound one. */
export interface VaultState {
  readonly changes?: Partial<Record<Part, SeededResource | undefined>>;
  readonly added?: readonly SeededResource[];
  /** Name of what the finding is about. */
  readonly subject: string;
  readonly severity: "error" | "warning";
  /** A piece of the message that only this state explains. */
  readonly says: string;
}

const shop = { name: "shop", kind: "RecoveryPlan" };
const provider = (properties: Record<string, unknown>): SeededResource => ({
  id: `${vaultId}/replicationFabrics/westeurope/replicationRecoveryServicesProviders/host1`,
  properties: { friendlyName: "host1", connectionStatus: "Connected", ...properties },
});
const nic = (address: string, subnet = "apps", network = networkId) => ({
  vmNics: [
    {
      nicId: "n",
      recoveryVMNetworkId: network,
      ipConfigs: [
        {
          name: "ipconfig1",
          isPrimary: true,
          recoverySubnetName: subnet,
          recoveryIPAddressType: "Static",
          recoveryStaticIPAddress: address,
        },
      ],
    },
  ],
});
const subnet = (properties: Record<string, unknown>): SeededResource => ({
  id: `${networkId}/subnets/apps`,
  properties,
});

/** At least one state for each check that reads the vault alone or what Azure Resource Manager shows around it. */
export const vaultStates: Readonly<Record<string, VaultState>> = {
  "vault-errors": {
    added: [
      {
        id: `${vaultId}/replicationVaultHealth/default`,
        properties: {
          vaultErrors: [{ errorCode: "10001", errorLevel: "Error", summaryMessage: "The key is lost." }],
        },
      },
    ],
    subject: "dr",
    severity: "error",
    says: "The service reports 10001 The key is lost.",
  },
  "replication-health": {
    changes: {
      web: soundItem(
        "web",
        {},
        {
          replicationHealth: "Critical",
          healthErrors: [{ errorCode: "153007", summaryMessage: "High data change rate." }],
        },
      ),
    },
    subject: "web",
    severity: "error",
    says: "153007 High data change rate",
  },
  "failover-health": {
    changes: { web: soundItem("web", {}, { failoverHealth: "Warning" }) },
    subject: "web",
    severity: "warning",
    says: "Failover health is Warning",
  },
  "failover-possible": {
    changes: {
      web: soundItem(
        "web",
        {},
        {
          protectionState: "EnablingFailed",
          protectionStateDescription: "Enabling protection failed",
          allowedOperations: ["DisableProtection"],
        },
      ),
    },
    subject: "web",
    severity: "error",
    says: '"Enabling protection failed"',
  },
  "rpo-threshold": {
    changes: { web: soundItem("web", { rpoInSeconds: 1800 }) },
    subject: "web",
    severity: "error",
    says: "30 minutes old; policy daily allows 15 minutes",
  },
  "failed-over": {
    changes: {
      web: soundItem(
        "web",
        {},
        {
          activeLocation: "Recovery",
          protectionState: "UnplannedFailoverStatesBegin",
          allowedOperations: ["ReverseReplicate", "DisableProtection"],
        },
      ),
    },
    subject: "web",
    severity: "error",
    says: "does not replicate back",
  },
  "agent-outdated": {
    changes: { web: soundItem("web", { isReplicationAgentUpdateRequired: true }) },
    subject: "web",
    severity: "warning",
    says: "asks for an update of the agent, which is 9.67.7500.1",
  },
  "agent-expiring": {
    changes: { web: soundItem("web", { agentExpiryDate: daysAgo(-10) }) },
    subject: "web",
    severity: "warning",
    says: "expires on",
  },
  heartbeat: {
    changes: { web: soundItem("web", { lastHeartbeat: minutesAgo(61 * 3) }) },
    subject: "web",
    severity: "error",
    says: "3 hours ago",
  },
  "job-stuck": {
    added: [
      job("j1", "EnableDr", "InProgress", minutesAgo(30 * 60), { name: "web", kind: "ProtectionEntity" }),
    ],
    subject: "EnableDr (web)",
    severity: "error",
    says: "InProgress for 30 hours",
  },
  "job-failed": {
    added: [job("j1", "EnableDr", "Failed", daysAgo(2), { name: "web", kind: "ProtectionEntity" })],
    subject: "EnableDr (web)",
    severity: "warning",
    says: "78144 It failed",
  },
  "no-recovery-plan": {
    changes: { plan: undefined },
    subject: "dr",
    severity: "warning",
    says: "protects 2 machines and has no recovery plan",
  },
  "plan-member-gone": {
    changes: { plan: plan("shop", ["web", "db", "gone"]) },
    subject: "shop",
    severity: "error",
    says: "1 of the plan's 3 items",
  },
  "multi-vm-group-split": {
    changes: {
      web: soundItem("web", { multiVmGroupName: "shop-group" }),
      db: soundItem("db", { multiVmGroupName: "shop-group" }),
      plan: plan("shop", ["web"]),
    },
    added: [plan("data", ["db"])],
    subject: "shop-group",
    severity: "error",
    says: "2 machines of the group are spread over 2 plans",
  },
  "container-mapping-one-way": {
    changes: { back: undefined },
    subject: "westeurope-to-northeurope",
    severity: "error",
    says: "nothing is mapped back",
  },
  "target-network": {
    changes: { web: soundItem("web", nic("10.1.0.9", "gone")) },
    subject: "web",
    severity: "error",
    says: "vnet-north has no subnet gone",
  },
  "target-address-taken": {
    changes: { web: soundItem("web", nic("10.9.0.9")) },
    subject: "web",
    severity: "error",
    says: "10.9.0.9 is outside 10.1.0.0/24",
  },
  "target-subnet-full": {
    changes: { subnet: subnet({ addressPrefix: "10.1.0.0/29" }) },
    added: ["a", "b", "c"].map((name) => soundItem(name)),
    subject: "vnet-north/apps",
    severity: "error",
    says: "has 3 free addresses; 5 machines",
  },
  "vcpu-quota": {
    changes: {
      usage: {
        id: `${vaultId.replace(/\/resourceGroups\/.*/, "")}/providers/Microsoft.Compute/locations/northeurope/usages/cores`,
        properties: { currentValue: 97, limit: 100, name: { value: "cores" } },
      },
    },
    subject: "vCPUs in northeurope",
    severity: "error",
    says: "The machines need 4 vCPUs in northeurope; 3 of 100 are free",
  },
  "cache-account-gone": {
    changes: { account: undefined },
    subject: "web",
    severity: "error",
    says: "cachewest, which the machine replicates through, does not exist",
  },
  "cache-account-role": {
    changes: { blobContributor: undefined },
    subject: "cachewest",
    severity: "error",
    says: "lacks Storage Blob Data Contributor",
  },
  "soft-deleted": {
    added: [
      {
        id: `${vaultId}/backupProtectedItems/files`,
        properties: { friendlyName: "files", isScheduledForDeferredDelete: true },
      },
    ],
    subject: "files",
    severity: "warning",
    says: "deleted softly",
  },
  "test-failover-left": {
    changes: {
      web: soundItem(
        "web",
        {},
        {
          testFailoverState: "WaitingForCompletion",
          allowedOperations: ["TestFailoverCleanup"],
          // It stays the item's scenario until the clean-up.
          currentScenario: { scenarioName: "TestFailover", jobId: "job" },
        },
      ),
    },
    subject: "web",
    severity: "error",
    says: "not cleaned up: WaitingForCompletion",
  },
  "drill-overdue": {
    changes: {
      drill: job("drill", "TestFailover", "Succeeded", daysAgo(100), shop),
      web: soundItem("web", {}, { lastSuccessfulTestFailoverTime: daysAgo(100) }),
      db: soundItem("db", {}, { lastSuccessfulTestFailoverTime: daysAgo(100) }),
    },
    subject: "shop",
    severity: "warning",
    says: "was 100 days ago",
  },
  "drill-failed": {
    added: [job("again", "TestFailover", "Failed", daysAgo(3), shop)],
    subject: "shop",
    severity: "error",
    says: "newest drill of the plan failed",
  },
  "infrastructure-health": {
    changes: {
      west: {
        id: `${vaultId}/replicationFabrics/westeurope`,
        properties: {
          friendlyName: "westeurope",
          health: "Critical",
          customDetails: { instanceType: "Azure", location: "westeurope" },
        },
      },
    },
    subject: "westeurope",
    severity: "error",
    says: "fabric's health is Critical",
  },
  "provider-disconnected": {
    added: [provider({ connectionStatus: "NotConnected" })],
    subject: "host1",
    severity: "error",
    says: "not connected",
  },
  "resync-required": {
    changes: {
      web: soundItem("web", {
        protectedManagedDisks: [
          {
            diskId: "d",
            diskName: "d",
            resyncRequired: true,
            primaryStagingAzureStorageAccountId: accountId,
          },
        ],
      }),
    },
    subject: "web",
    severity: "error",
    says: "has to be resynchronised",
  },
  "alerts-unheard": {
    changes: { alerts: undefined },
    subject: "dr",
    severity: "warning",
    says: "No e-mail address",
  },
  "target-group-gone": {
    changes: { targetGroup: undefined },
    subject: "web",
    severity: "error",
    says: "rg-target does not exist",
  },
};
