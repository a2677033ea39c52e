import type { Finding } from "../limits/findings";
import { severities } from "../limits/matrix/schema";
import type { AssessedMachine, AssessmentSummary, FrequentFinding } from "./assessment";
import type { EstateDocument } from "./document";

/** Findings that a summary names. */
const mostFrequent = 10;

export function summarize(machines: readonly AssessedMachine[], document: EstateDocument): AssessmentSummary {
  const count = (verdict: AssessedMachine["verdict"]): number =>
    machines.filter((machine) => machine.verdict === verdict).length;
  const unattributed = disksOf(document.unattributedDisks ?? []);
  return {
    machines: machines.length,
    ready: count("ready"),
    conditional: count("conditional"),
    notReady: count("not-ready"),
    unknown: count("unknown"),
    disks: disksOf(document.machines) + unattributed,
    ...(unattributed === 0 ? {} : { unattributedDisks: unattributed }),
    mostFrequentFindings: frequentFindings(machines),
  };
}

function disksOf(owners: readonly { readonly disks?: readonly unknown[] }[]): number {
  return owners.reduce((sum, { disks }) => sum + (disks?.length ?? 0), 0);
}

/** Findings by rule, limit and severity: those that concern most machines first, errors before warnings among equals. */
function frequentFindings(machines: readonly AssessedMachine[]): readonly FrequentFinding[] {
  const groups = new Map<
    string,
    { readonly finding: Finding; machines: number; findings: number; last: number }
  >();
  machines.forEach((machine, index) => {
    for (const finding of machine.findings) {
      const key = `${finding.rule}\n${finding.limit.id}\n${finding.severity}`;
      const group = groups.get(key) ?? { finding, machines: 0, findings: 0, last: -1 };
      groups.set(key, group);
      group.findings += 1;
      if (group.last !== index) group.machines += 1;
      group.last = index;
    }
  });
  return [...groups.values()]
    .sort(
      (a, b) =>
        b.machines - a.machines ||
        severities.indexOf(a.finding.severity) - severities.indexOf(b.finding.severity) ||
        (a.finding.ref < b.finding.ref ? -1 : 1),
    )
    .slice(0, mostFrequent)
    .map(({ finding, machines: concerned, findings }) => ({
      rule: finding.rule,
      ref: finding.ref,
      severity: finding.severity,
      limit: finding.limit.id,
      edition: finding.limit.edition,
      document: finding.limit.source.document,
      section: finding.limit.source.section,
      machines: concerned,
      findings,
    }));
}
