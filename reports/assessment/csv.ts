import type { AssessedMachine, Assessment } from "../../estate/assessment";
import type { Finding } from "../../limits/findings";
import { valueText } from "../limits/value-text";
import { csvRow } from "../csv-row";

const header = [
  "machine",
  "id",
  "scenario",
  "verdict",
  "decidedRules",
  "undecidedRules",
  "decisiveFactsMissing",
  "rule",
  "ref",
  "severity",
  "subject",
  "observed",
  "limit",
  "edition",
  "document",
  "documentDate",
  "section",
  "message",
  "remedy",
  "waiver",
] as const;

/** One row a finding, and one for a machine without any; quoted throughout, CRLF as RFC 4180 wants it. */
export function* csvChunks(assessment: Assessment): Generator<string> {
  yield csvRow(header);
  for (const finding of assessment.estate.findings) {
    yield csvRow(["", "", "", "", "", "", "", ...findingCells(finding)]);
  }
  for (const machine of assessment.machines) {
    const cells = machineCells(machine);
    const findings = machine.findings.length === 0 ? [undefined] : machine.findings;
    for (const finding of findings) {
      yield csvRow([...cells, ...(finding === undefined ? noFinding : findingCells(finding))]);
    }
  }
}

function machineCells(machine: AssessedMachine): string[] {
  return [
    machine.name,
    machine.id ?? "",
    machine.scenario,
    machine.verdict,
    String(machine.coverage.decided),
    String(machine.coverage.undecided),
    machine.decisiveFactsMissing.join("; "),
  ];
}

function findingCells(finding: Finding): string[] {
  const { limit, waiver } = finding;
  return [
    finding.rule,
    finding.ref,
    finding.severity,
    finding.subject,
    finding.observed,
    valueText(limit.value, limit.unit),
    limit.edition,
    limit.source.document,
    limit.source.date,
    limit.source.section,
    finding.message,
    finding.remedy,
    waiver === null ? "" : `${waiver.reason} (${waiver.owner}, until ${waiver.expires})`,
  ];
}

const noFinding = header.slice(header.indexOf("rule")).map(() => "");
