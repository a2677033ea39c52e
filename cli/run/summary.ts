import { relative } from "node:path";
import type { Assessment } from "../../estate/assessment";
import { summaryLine } from "../../reports/assessment/table";
import { counted } from "../../limits/counted";
import { terminalOf } from "../../reports/terminal";
import type { Deployed } from "./deploy";

/** Findings named in the summary. */
const mostFindings = 5;

/** What the summary tells of. */
export interface RunResult {
  readonly assessment: Assessment;
  readonly deployed: readonly Deployed[];
  /** Path of the HTML report. */
  readonly report: string;
  readonly landingZoneFiles: readonly string[];
  readonly seconds: number;
}

/** The last words of `asr run`: every number in them was counted from the assessment or the engine's events. */
export function runSummary({ assessment, deployed, report, landingZoneFiles, seconds }: RunResult): string {
  const terminal = terminalOf(process.stdout);
  const lines = ["", summaryLine(assessment, terminal), "", terminal.strong("Most frequent findings")];
  const findings = assessment.summary.mostFrequentFindings.slice(0, mostFindings);
  for (const finding of findings) {
    lines.push(
      `  ${terminal.severity(finding.severity)} ${finding.ref} ${finding.rule}: ${counted(finding.machines, "machine")}`,
      `    ${terminal.faint(`edition ${finding.edition}, ${finding.document}, section “${finding.section}”`)}`,
    );
  }
  if (findings.length === 0) lines.push("  none");

  const created = deployed
    .flatMap(({ tally }) => [...tally.created.values()])
    .filter(({ custom, type }) => custom && !type.startsWith("pulumi:"))
    .map(({ type }) => type);
  const answers = deployed.flatMap(({ tally }) => tally.answers);
  const policies = new Set(answers.map(({ policy }) => policy));
  const evaluations = answers.reduce((sum, { passed, failed }) => sum + passed + failed, 0);
  const violations = deployed.flatMap(({ tally }) => tally.violations);
  lines.push(
    "",
    terminal.strong("Deployed on simulated Azure"),
    `  ${counted(created.length, "resource")} created in ${counted(deployed.length, "stack")}: ${byType(created)}`,
    `  ${counted(policies.size, "policy", "policies")} evaluated, ${counted(evaluations, "answer")}, ${counted(violations.length, "violation")}`,
    "",
    `Report:       ${relative(process.cwd(), report) || report}`,
    `Landing zone: ${landingZoneFiles.map((file) => relative(process.cwd(), file) || file).join(", ")}`,
    `Time:         ${seconds.toFixed(1)} s`,
    "",
  );
  return lines.join("\n");
}

function byType(types: readonly string[]): string {
  const counts = Map.groupBy(types, (type) => type.slice(type.lastIndexOf(":") + 1));
  return [...counts]
    .sort(([a, manyA], [b, manyB]) => manyB.length - manyA.length || (a < b ? -1 : 1))
    .map(([type, many]) => (many.length === 1 ? type : `${many.length} ${type}`))
    .join(", ");
}
