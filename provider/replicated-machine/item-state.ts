import { textIn, type ProtectedItem } from "./item";

/** Where an item stands, as far as it decides what may be done to it. */
export type Phase =
  | "enabling"
  | "enabling-failed"
  /** First replication, or waiting for the first recovery point. */
  | "replicating"
  | "protected"
  | "failing-over"
  /** Failed over, not committed. */
  | "awaits-commit"
  /** Failed over and committed: nothing replicates. */
  | "awaits-reprotection"
  /** Failed over and committed: a failback comes before replication can start again (Hyper-V). */
  | "awaits-failback"
  | "reprotecting"
  | "disabling"
  | "unknown";

/**
 * Words of `protectionState`, by what they begin with: recorded ones, those of published examples, and the families
 * of names that the service's clients know (`PlannedFailoverCommitPending…`, `UnplannedFailoverStatesBegin`).
 */
const words: readonly (readonly [RegExp, Phase])[] = [
  [/^(?:unprotectedstatesbegin|enablingprotection|enableinprogress|preparingforenable)/i, "enabling"],
  [/^enabl\w*fail|^initialreplicationfail/i, "enabling-failed"],
  [/^(?:disabling|disableinprogress|markedfordeletion|cleanup)/i, "disabling"],
  [/^(?:reverseprotect|reversereplic|reprotect|switchprotection)/i, "reprotecting"],
  [/^(?:initialreplication|resync)/i, "replicating"],
  [/commit(?:required|pending)/i, "awaits-commit"],
  [/failover(?:inprogress|initiated|transitionstates)/i, "failing-over"],
  [/^(?:un)?plannedfailover|^failback|^committedfailover|^commitfailover/i, "awaits-reprotection"],
  [/^protected/i, "protected"],
];

/** The phase that an item's own words tell; `allowedOperations` decide where a failover is to be completed. */
export function phaseOf({ properties }: ProtectedItem): Phase {
  const state = textIn(properties, "protectionState") ?? "";
  const phase = words.find(([pattern]) => pattern.test(state))?.[1] ?? "unknown";
  if (phase === "enabling" || phase === "disabling" || phase === "reprotecting") return phase;
  const allowed = allowedOperations({ properties });
  if (allowed.includes("Commit")) return "awaits-commit";
  if (allowed.includes("ReverseReplicate")) return "awaits-reprotection";
  if (allowed.includes("Failback")) return "awaits-failback";
  return phase;
}

export function allowedOperations({ properties }: Pick<ProtectedItem, "properties">): readonly string[] {
  const { allowedOperations: allowed } = properties;
  return Array.isArray(allowed) ? allowed.filter((each) => typeof each === "string") : [];
}

/** Whether the machine runs, or is being brought to run, where replication went to. */
export function isFailedOver(phase: Phase): boolean {
  return ["failing-over", "awaits-commit", "awaits-reprotection", "awaits-failback", "reprotecting"].includes(
    phase,
  );
}

/** The job under way on an item; undefined when there is none. */
export function currentJobId({ properties }: ProtectedItem): string | undefined {
  const scenario = properties["currentScenario"];
  if (typeof scenario !== "object" || scenario === null) return undefined;
  const id = textIn(scenario as Record<string, unknown>, "jobId");
  return id === undefined || /\/None$/i.test(id) ? undefined : id;
}

/** Progress of copying, as the item tells it; undefined where it tells none. */
export function percentOf({ details }: ProtectedItem): number | undefined {
  const initial = details["initialReplicationDetails"];
  const told = [
    details["monitoringPercentageCompletion"],
    details["initialReplicationProgressPercentage"],
    details["resyncProgressPercentage"],
    typeof initial === "object" && initial !== null
      ? (initial as Record<string, unknown>)["initialReplicationProgressPercentage"]
      : undefined,
  ].find((value) => value !== undefined && value !== null && value !== "");
  const percent = Number(told);
  return told === undefined || Number.isNaN(percent) ? undefined : percent;
}

/** The state in the service's own words, for messages. */
export function stateText(item: ProtectedItem): string {
  const { properties } = item;
  const description = textIn(properties, "protectionStateDescription");
  const state = textIn(properties, "protectionState") ?? "unknown";
  return description === undefined || description === state ? state : `${state} (${description})`;
}
