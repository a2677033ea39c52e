import type { DrillEvidence, MachineEvidence } from "../../operations/drill/evidence";
import { durationText } from "./duration-text";

/** What the outcomes mean, for people. */
export const outcomeWords: Readonly<Record<DrillEvidence["outcome"], string>> = {
  passed: "passed",
  failed: "failed",
  interrupted: "interrupted",
  refused: "not started: preflight stopped it",
  ready: "ready to be drilled",
};

/** The tone in which reports show an outcome; those of verdicts, which the style sheets know. */
export const outcomeTones: Readonly<Record<DrillEvidence["outcome"], "ready" | "not-ready" | "conditional">> =
  {
    passed: "ready",
    failed: "not-ready",
    interrupted: "not-ready",
    refused: "not-ready",
    ready: "ready",
  };

/** An RTO against its target. */
export function rtoText({ seconds, targetSeconds, met }: DrillEvidence["rto"]): string {
  const measured = seconds === null ? "not reached" : durationText(seconds);
  if (targetSeconds === null) return measured;
  return `${measured} (target ${durationText(targetSeconds)}: ${met === true ? "met" : "missed"})`;
}

/** How many probes of a machine passed. */
export function probesText({ probes }: MachineEvidence): string {
  if (probes.length === 0) return "none";
  return `${probes.filter(({ passed }) => passed).length} of ${probes.length} passed`;
}

/** How the clean-up went. */
export function cleanupText({ status, left }: DrillEvidence["cleanup"]): string {
  switch (status) {
    case "done":
      return "done, nothing is left";
    case "kept":
      return "kept on request";
    case "incomplete":
      return `incomplete: ${left.join("; ")}`;
    case "not-needed":
      return "nothing to clean up";
  }
}
