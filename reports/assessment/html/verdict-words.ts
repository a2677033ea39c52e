import type { Verdict } from "../../../limits/verdict";

/** Best first, as people read a summary. */
export const shownVerdicts = [
  "ready",
  "conditional",
  "unknown",
  "not-ready",
] as const satisfies readonly Verdict[];

export const verdictWords: Readonly<Record<Verdict, { readonly label: string; readonly meaning: string }>> = {
  ready: {
    label: "Ready",
    meaning: "Every rule that could decide found the machine within the documented limits.",
  },
  conditional: {
    label: "Conditional",
    meaning: "Only warnings or waived errors: read them before you replicate.",
  },
  unknown: { label: "Unknown", meaning: "A fact is missing without which nobody can say; never a pass." },
  "not-ready": { label: "Not ready", meaning: "At least one documented limit is broken." },
};
