import type { EngineEvent, PolicyViolation } from "../../../reports/policy/engine-events";
import { EngineTally } from "../../../reports/policy/engine-tally";

export const pack = "azure-siterecovery";

export const accountUrn =
  "urn:pulumi:dev::shop::azure-siterecovery:index:CacheStorage$azure-native:storage:StorageAccount::cache-account";

export function violationOf(changes: Partial<PolicyViolation> = {}): PolicyViolation {
  return {
    resourceUrn: accountUrn,
    message: "ASR-0005 replication-storage-kind: StorageV2 is not supported.\n  edition 2019-05: Storage\n",
    policyName: "replication-storage-kind",
    policyPackName: pack,
    policyPackVersion: "0.1.0",
    enforcementLevel: "mandatory",
    ...changes,
  };
}

export const advisory = violationOf({
  policyName: "soft-delete",
  enforcementLevel: "advisory",
  message: "Soft delete is off.",
});

export const undecided = violationOf({
  policyName: "region-match",
  enforcementLevel: "advisory",
  message:
    "ASR-0002 region-match: could not decide about cache-account: location is not known until the deployment.",
});

export const otherPack = violationOf({
  policyPackName: "house",
  policyName: "tags",
  message: "Tags are missing.",
});

export const summaryEvent = (isPreview: boolean, result = "succeeded"): EngineEvent => ({
  summaryEvent: {
    isPreview,
    result,
    resourceChanges: { create: 1 },
    PolicyPacks: { [`${pack}|local|/somewhere`]: "0.1.0" },
  },
});

/** One run, preview or update, with these violations. */
export function runEvents(
  violations: readonly PolicyViolation[],
  { isPreview = true, result = "succeeded" } = {},
): readonly EngineEvent[] {
  return [
    { preludeEvent: {} },
    ...violations.map((policyEvent) => ({ policyEvent })),
    {
      resOutputsEvent: {
        metadata: {
          op: "create",
          urn: accountUrn,
          type: "azure-native:storage:StorageAccount",
          new: { custom: true },
        },
      },
    },
    {
      policyAnalyzeStackSummaryEvent: {
        policyPackName: pack,
        passed: ["settings", "vault-region"],
        failed: violations
          .filter(({ policyPackName }) => policyPackName === pack)
          .map(({ policyName }) => policyName),
      },
    },
    summaryEvent(isPreview, result),
  ];
}

export function tallyOf(events: readonly EngineEvent[]): EngineTally {
  const tally = new EngineTally();
  for (const event of events) tally.add(event);
  return tally;
}
