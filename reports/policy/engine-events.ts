/**
 * The events that the Pulumi engine prints, one JSON object a line: `pulumi up --json`, a streamed
 * `pulumi preview --json`, or an event log. Only what this package reads of them.
 */
export interface EngineEvent {
  readonly diagnosticEvent?: { readonly severity: string; readonly message: string; readonly urn?: string };
  readonly preludeEvent?: object;
  readonly resourcePreEvent?: { readonly metadata: ResourceStep; readonly planning?: boolean };
  readonly resOutputsEvent?: { readonly metadata: ResourceStep; readonly planning?: boolean };
  readonly resOpFailedEvent?: { readonly metadata: ResourceStep };
  readonly policyEvent?: PolicyViolation;
  readonly policyAnalyzeSummaryEvent?: PolicySummary;
  readonly policyAnalyzeStackSummaryEvent?: PolicySummary;
  readonly summaryEvent?: {
    readonly isPreview?: boolean;
    readonly durationSeconds?: number;
    readonly resourceChanges?: Readonly<Record<string, number>>;
    readonly result?: string;
    /** Versions of the policy packs, by pack. */
    readonly PolicyPacks?: Readonly<Record<string, string>>;
  };
}

export interface ResourceStep {
  readonly op: string;
  readonly urn: string;
  readonly type: string;
  readonly new?: { readonly custom?: boolean } | null;
}

export interface PolicyViolation {
  readonly resourceUrn?: string;
  readonly message: string;
  readonly policyName: string;
  readonly policyPackName: string;
  readonly policyPackVersion?: string;
  /** `mandatory`, `advisory`, `remediate` or, from older engines, `warning`. */
  readonly enforcementLevel: string;
}

/** Which policies judged a resource, or the whole stack, and how that ended. */
export interface PolicySummary {
  readonly resourceUrn?: string;
  readonly policyPackName: string;
  readonly passed?: readonly string[];
  readonly failed?: readonly string[];
}

/** A line of the stream; undefined where it is no event (an engine also prints plain text there). */
export function parseEngineEvent(line: string): EngineEvent | undefined {
  if (!line.startsWith("{")) return undefined;
  try {
    return JSON.parse(line) as EngineEvent;
  } catch {
    return undefined;
  }
}
