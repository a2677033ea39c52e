import type { CheckFinding } from "../../operations/check/check-finding";
import type { VaultCheck } from "../../operations/check/vault-check";
import { csvRow } from "../csv-row";
import { sourceText } from "./groups";

const header = [
  "kindOfThing",
  "name",
  "id",
  "verdict",
  "replicationHealth",
  "failoverHealth",
  "rpoInMinutes",
  "lastTestFailover",
  "recoveryPlans",
  "kind",
  "rule",
  "ref",
  "severity",
  "detail",
  "observed",
  "expected",
  "message",
  "remedy",
  "source",
  "waiver",
] as const;

/** One row a finding, and one for a machine or plan without any. */
export function* csvChunks(check: VaultCheck): Generator<string> {
  yield csvRow(header);
  for (const finding of check.findings) {
    const { kind, name, id = "" } = finding.subject;
    yield csvRow([kind, name, id, "", "", "", "", "", "", ...cells(finding)]);
  }
  for (const plan of check.recoveryPlans) {
    const own = ["recovery-plan", plan.name, plan.id, plan.verdict, "", "", "", plan.lastDrill?.at ?? "", ""];
    yield* rows(own, plan.findings);
  }
  for (const { name, id, verdict, state, findings } of check.machines) {
    const own = [
      "machine",
      name,
      id,
      verdict,
      state.replicationHealth ?? "",
      state.failoverHealth ?? "",
      state.rpoInMinutes === null ? "" : String(state.rpoInMinutes),
      state.lastTestFailover ?? "",
      state.recoveryPlans.join("; "),
    ];
    yield* rows(own, findings);
  }
}

const noFinding = header.slice(header.indexOf("kind")).map(() => "");

function* rows(own: readonly string[], findings: readonly CheckFinding[]): Generator<string> {
  if (findings.length === 0) yield csvRow([...own, ...noFinding]);
  for (const finding of findings) yield csvRow([...own, ...cells(finding)]);
}

function cells(finding: CheckFinding): readonly string[] {
  const { waiver } = finding;
  return [
    finding.kind,
    finding.rule,
    finding.ref,
    finding.severity,
    finding.detail ?? "",
    finding.observed,
    finding.expected ?? "",
    finding.message,
    finding.remedy,
    sourceText(finding),
    waiver === null ? "" : `${waiver.reason} (${waiver.owner}, until ${waiver.expires})`,
  ];
}
