import type { DrillEvidence } from "../../operations/drill/evidence";
import { markdownRow, markdownText } from "../markdown-text";
import { durationText, timeText } from "./duration-text";
import { cleanupText, jobsText, measuredRtoText, outcomeWords, probesText, wholeRtoLabel } from "./words";

/** A drill as Markdown, for a pull request, a wiki or an auditor. */
export function drillMarkdown(evidence: DrillEvidence): string {
  const { plan, outcome, reasons, preflight, machines, timeline, cleanup, network } = evidence;
  let text = `# Drill of ${markdownText(plan.name)}: ${outcomeWords[outcome]}\n\n`;
  text += markdownRow(["", ""]) + markdownRow(["---", "---"]);
  const facts: readonly (readonly [string, string])[] = [
    [plan.kind === "plan" ? "Plan" : "Machines", plan.id],
    ["From, to", `${plan.primaryFabric} to ${plan.recoveryFabric}`],
    ["Began", timeText(evidence.startedAt)],
    ["Ended", timeText(evidence.endedAt)],
    ["Test network", `${network.id}${network.productionAllowed ? " (not isolated: allowed twice)" : ""}`],
    ["Job", jobsText(evidence)],
    [wholeRtoLabel(plan), measuredRtoText(evidence.rto)],
    ["Clean-up", cleanupText(cleanup)],
    ["Notes", cleanup.notes],
    ["Drill", evidence.id],
  ];
  for (const [name, value] of facts) text += markdownRow([name, markdownText(value)]);
  if (reasons.length > 0) {
    text += `\n## Why it did not pass\n\n${reasons.map((reason) => `- ${markdownText(reason)}\n`).join("")}`;
  }
  if (machines.length > 0) {
    text += "\n## Machines\n\n";
    text += markdownRow([
      "Machine",
      "Group",
      "Test failover",
      "RTO",
      "Measured to",
      "Recovery point",
      "RPO",
      "Probes",
    ]);
    text += markdownRow(Array<string>(8).fill("---"));
    for (const machine of machines) {
      const { name, group, state, rto, recoveryPoint, rpoSeconds } = machine;
      text += markdownRow([
        markdownText(name),
        markdownText(group),
        markdownText(state),
        measuredRtoText(rto),
        rto.measuredTo === "probes" ? "probes" : "end of the job's task",
        recoveryPoint === null ? "unknown" : timeText(recoveryPoint.time ?? "unknown"),
        durationText(rpoSeconds),
        probesText(machine),
      ]);
    }
  }
  const probes = machines.flatMap(({ name, probes: own }) => own.map((probe) => ({ name, ...probe })));
  if (probes.length > 0) {
    text += "\n## Probes\n\n";
    text +=
      markdownRow(["Machine", "Probe", "Result", "Attempts", "Answer"]) +
      markdownRow(Array<string>(5).fill("---"));
    for (const { name, kind, target, passed, attempts, answer } of probes) {
      const what = `${kind} ${markdownText(target)}`;
      text += markdownRow([
        markdownText(name),
        what,
        passed ? "passed" : "failed",
        attempts,
        markdownText(answer),
      ]);
    }
  }
  text += "\n## Preflight\n\n";
  text += markdownRow(["Check", "Status", "Subject", "Finding"]) + markdownRow(Array<string>(4).fill("---"));
  for (const { check, status, subject, message } of preflight) {
    text += markdownRow([check, status, markdownText(subject), markdownText(message)]);
  }
  if (timeline.length > 0) {
    text += "\n## Timeline\n\n";
    text += markdownRow(["Began", "Took", "Step", "State"]) + markdownRow(Array<string>(4).fill("---"));
    for (const { startedAt, endedAt, name, state } of timeline) {
      const took = endedAt === null ? null : (Date.parse(endedAt) - Date.parse(startedAt)) / 1000;
      text += markdownRow([timeText(startedAt), durationText(took), markdownText(name), markdownText(state)]);
    }
  }
  return text;
}
