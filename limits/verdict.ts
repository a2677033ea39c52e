import type { Judgement } from "./findings";

/** Worst last. A missing decisive fact makes a machine `unknown` unless an error already decides. */
export const verdicts = ["ready", "conditional", "unknown", "not-ready"] as const;

export type Verdict = (typeof verdicts)[number];

/**
 * The verdict of a judgement: an error that no waiver covers is `not-ready`; a missing decisive fact is
 * `unknown`; a warning or a waived error is `conditional`; else `ready`.
 */
export function verdictOf(judgement: Judgement, decisiveFactsMissing: readonly string[]): Verdict {
  if (judgement.findings.some((finding) => finding.severity === "error" && finding.waiver === null))
    return "not-ready";
  if (decisiveFactsMissing.length > 0) return "unknown";
  return judgement.findings.length > 0 ? "conditional" : "ready";
}
