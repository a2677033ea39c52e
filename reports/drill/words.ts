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

/** The same, with what our clock saw where that differs: the service and we look at different moments. */
export function measuredRtoText(rto: DrillEvidence["rto"]): string {
  const { seconds, observedSeconds } = rto;
  const differs =
    seconds !== null && observedSeconds !== null && durationText(seconds) !== durationText(observedSeconds);
  return differs ? `${rtoText(rto)}; seen after ${durationText(observedSeconds)}` : rtoText(rto);
}

/** What the RTO of the whole is called. */
export function wholeRtoLabel({ kind }: DrillEvidence["plan"]): string {
  return kind === "plan" ? "RTO of the plan" : "RTO of all";
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

/** The jobs of the test failover, by name and state: one of a plan, one a machine without a plan. */
export function jobsText({ job, machines }: DrillEvidence): string {
  const jobs = [job, ...machines.map((machine) => machine.job)].flatMap((each) => each ?? []);
  return jobs.map(({ id, state }) => `${id.split("/").at(-1) ?? ""}: ${state}`).join(", ") || "none";
}
