import type { Edition } from "./editions";
import type { Citation, JsonValue, Severity } from "./matrix/schema";

/** The limit a finding is measured against, as every report prints it. */
export interface CitedLimit {
  readonly id: string;
  readonly value: JsonValue;
  readonly unit: string | null;
  readonly edition: Edition;
  readonly ledger: readonly string[];
  readonly source: Citation;
}

/** A documented limit that a subject does not keep. */
export interface Finding {
  /** Stem of the rule: file, page and policy have the same name. */
  readonly rule: string;
  /** Stable reference, never reused: `ASR-0012`. */
  readonly ref: string;
  readonly severity: Severity;
  /** What exactly, inside the judged thing: `disk Hard disk 1`. */
  readonly subject: string;
  /** The value seen, with its unit: `2049 GiB`. */
  readonly observed: string;
  readonly limit: CitedLimit;
  readonly message: string;
  readonly remedy: string;
  /** Property path of the offending fact, e.g. `disks[0].sizeGiB`. */
  readonly path?: string;
  readonly waiver: AppliedWaiver | null;
}

export interface AppliedWaiver {
  readonly reason: string;
  readonly owner: string;
  readonly expires: string;
}

/** A rule that could not decide, and the facts it lacked. A missing fact is never a pass. */
export interface Undecided {
  readonly rule: string;
  readonly ref: string;
  readonly missing: readonly string[];
}

/** What the rules said about one subject. */
export interface Judgement {
  readonly findings: readonly Finding[];
  readonly undecided: readonly Undecided[];
  /** Rules that applied and came to a decision. */
  readonly decided: number;
}
