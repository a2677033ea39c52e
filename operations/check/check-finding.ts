import type { AppliedWaiver, CitedLimit } from "../../limits/findings";
import type { Severity } from "../../limits/matrix/schema";
import type { CheckSubject, LiveSource } from "./live-check";

/**
 * Where a finding comes from: a documented limit, what only a running vault shows, an opinion of the service that
 * differs from ours, or a difference to what was planned or deployed.
 */
export type FindingKind = "limit" | "live" | "service" | "drift";

/** Something that stands against the vault, whatever found it. */
export interface CheckFinding {
  readonly kind: FindingKind;
  /** Name of the rule or live check. */
  readonly rule: string;
  /** Stable reference, never reused: `ASR-0012`, `ASR-L04`. */
  readonly ref: string;
  readonly severity: Severity;
  readonly subject: CheckSubject;
  /** What exactly, inside the subject: `disk data1`. */
  readonly detail?: string;
  readonly observed: string;
  /** What it was compared with; `null` where nothing is. */
  readonly expected: string | null;
  readonly message: string;
  readonly remedy: string;
  /** Findings of kind `limit` alone. */
  readonly limit: CitedLimit | null;
  readonly source: LiveSource | null;
  readonly waiver: AppliedWaiver | null;
}

/** A rule or check that could not decide, and what it lacked. Never a pass. */
export interface CheckUndecided {
  readonly rule: string;
  readonly ref: string;
  readonly subject: CheckSubject;
  readonly missing: readonly string[];
}
