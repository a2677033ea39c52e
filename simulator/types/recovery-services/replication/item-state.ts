import type { JsonObject } from "../../../json";

/** Where a protected item stands. */
export type ItemState =
  | "enabling"
  | "enabling-failed"
  | "replicating"
  | "waiting-for-recovery-point"
  | "protected"
  | "failing-over"
  | "planned-failover-done"
  | "unplanned-failover-done"
  | "planned-failover-committed"
  | "unplanned-failover-committed"
  | "failback-done"
  | "failback-committed"
  | "reprotecting"
  | "disabling";

/** How the state reads in an item, and where the machine runs in it. */
interface StateWords {
  readonly protectionState: string;
  readonly protectionStateDescription: string;
  readonly activeLocation?: "Primary" | "Recovery";
}

/**
 * The words of the service. `InitialReplicationRecoveryCompletionPending` and `Protected` are recorded; those of finished
 * failovers are from published examples; the others are made by analogy.
 */
const words: Readonly<Record<ItemState, StateWords>> = {
  enabling: said("UnprotectedStatesBegin", "Enabling protection"),
  "enabling-failed": said("EnablingFailed", "Enabling protection failed"),
  replicating: said("InitialReplicationInProgress", "Initial replication in progress"),
  "waiting-for-recovery-point": said(
    "InitialReplicationRecoveryCompletionPending",
    "Waiting for first recovery point",
    "Primary",
  ),
  protected: said("Protected", "Protected", "Primary"),
  "failing-over": said("FailoverInProgress", "Failover in progress"),
  "planned-failover-done": said("PlannedFailoverCommitRequired", "Planned failover finished", "Recovery"),
  "unplanned-failover-done": said(
    "UnplannedFailoverCommitPendingStatesBegin",
    "Failover completed",
    "Recovery",
  ),
  "planned-failover-committed": said("PlannedFailoverStatesBegin", "Planned failover committed", "Recovery"),
  "unplanned-failover-committed": said("UnplannedFailoverStatesBegin", "Failover committed", "Recovery"),
  "failback-done": said("PlannedFailoverCommitRequired", "Planned failover finished", "Primary"),
  "failback-committed": said("PlannedFailoverStatesBegin", "Planned failover committed", "Primary"),
  reprotecting: said("ReverseReplicationInProgress", "Reprotecting"),
  disabling: said("DisablingProtection", "Disabling protection"),
};

/** What may be asked of an item, in the words of `allowedOperations`. */
export type AllowedOperation =
  | "DisableProtection"
  | "TestFailover"
  | "TestFailoverCleanup"
  | "PlannedFailover"
  | "UnplannedFailover"
  | "Commit"
  | "ChangePit"
  | "CancelFailover"
  | "CompleteMigration"
  | "ReverseReplicate"
  | "Failback"
  | "RepairReplication";

/** The operations allowed in states in which there are any; one provider differs from the next. */
export type AllowedByState = Readonly<Partial<Record<ItemState, readonly AllowedOperation[]>>>;

/** No job goes on. Recorded. */
export function noScenario(vaultId: string): JsonObject {
  return {
    scenarioName: "None",
    jobId: `${vaultId}/replicationJobs/None`,
    startTime: "1753-01-01T01:01:01Z",
  };
}

/** The properties of an item in a state. */
export function inState(properties: JsonObject, state: ItemState, allowed: AllowedByState): JsonObject {
  const { protectionState, protectionStateDescription, activeLocation } = words[state];
  return {
    ...properties,
    protectionState,
    protectionStateDescription,
    ...(activeLocation === undefined ? {} : { activeLocation }),
    allowedOperations: allowed[state] ?? [],
  };
}

/** The state an item's properties tell; undefined for words that are none of ours. */
export function stateOf(properties: JsonObject): ItemState | undefined {
  const found = Object.entries(words).find(
    ([, { protectionState, activeLocation }]) =>
      protectionState === properties["protectionState"] &&
      (activeLocation === undefined || activeLocation === properties["activeLocation"]),
  );
  // The keys of `words` are the states.
  return found?.[0] as ItemState | undefined;
}

function said(
  protectionState: string,
  protectionStateDescription: string,
  activeLocation?: "Primary" | "Recovery",
): StateWords {
  return { protectionState, protectionStateDescription, ...(activeLocation ? { activeLocation } : {}) };
}
