import type { Assessment } from "../../estate/assessment";
import type { Finding, Undecided } from "../../limits/findings";
import { severities } from "../../limits/matrix/schema";

/** All findings of one rule against one limit with one remedy: the unit in which people mend things. */
export interface FindingGroup {
  readonly rule: string;
  readonly ref: string;
  readonly severity: Finding["severity"];
  readonly limit: Finding["limit"];
  readonly remedy: string;
  /** Every finding with the machine it belongs to; none for findings about the estate itself. */
  readonly findings: readonly { readonly machine?: number; readonly finding: Finding }[];
  /** Indexes of the machines concerned, in the assessment's order, without repetition. */
  readonly machines: readonly number[];
  readonly waived: number;
}

/** Findings by rule, limit and remedy: errors first, then by the number of machines concerned. */
export function groupFindings(assessment: Assessment): readonly FindingGroup[] {
  const groups = new Map<string, { machine?: number; finding: Finding }[]>();
  const add = (finding: Finding, machine?: number): void => {
    const key = [finding.rule, finding.limit.id, finding.severity, finding.remedy].join("\n");
    const group = groups.get(key);
    const entry = machine === undefined ? { finding } : { machine, finding };
    if (group === undefined) groups.set(key, [entry]);
    else group.push(entry);
  };
  for (const finding of assessment.estate.findings) add(finding);
  assessment.machines.forEach((machine, index) => {
    for (const finding of machine.findings) add(finding, index);
  });
  return [...groups.values()]
    .map((findings) => toGroup(findings))
    .sort(
      (a, b) =>
        severities.indexOf(a.severity) - severities.indexOf(b.severity) ||
        b.machines.length - a.machines.length ||
        (a.rule < b.rule ? -1 : a.rule > b.rule ? 1 : 0),
    );
}

function toGroup(findings: readonly { machine?: number; finding: Finding }[]): FindingGroup {
  const first = findings[0]?.finding;
  if (first === undefined) throw new Error("A group of findings has at least one.");
  return {
    rule: first.rule,
    ref: first.ref,
    severity: first.severity,
    limit: first.limit,
    remedy: first.remedy,
    findings,
    machines: [...new Set(findings.flatMap(({ machine }) => (machine === undefined ? [] : [machine])))],
    waived: findings.filter(({ finding }) => finding.waiver !== null).length,
  };
}

/** A fact that some rule lacked, and for whom. */
export interface MissingFact {
  /** Name as in the estate document, e.g. `disks[].logicalSectorBytes`. */
  readonly fact: string;
  readonly rules: readonly string[];
  /** Machines that lack it; 0 for a fact about the estate itself. */
  readonly machines: number;
}

/** Facts that kept rules from deciding, most wanted first. */
export function missingFacts(assessment: Assessment): readonly MissingFact[] {
  const facts = new Map<string, { rules: Set<string>; machines: number }>();
  const add = (undecided: readonly Undecided[], machines: number): void => {
    const ofSubject = new Set<string>();
    for (const { rule, missing } of undecided) {
      for (const fact of missing) {
        const known = facts.get(fact) ?? { rules: new Set<string>(), machines: 0 };
        facts.set(fact, known);
        known.rules.add(rule);
        if (!ofSubject.has(fact)) known.machines += machines;
        ofSubject.add(fact);
      }
    }
  };
  for (const machine of assessment.machines) add(machine.undecided, 1);
  add(assessment.estate.undecided, 0);
  return [...facts]
    .map(([fact, { rules, machines }]) => ({ fact, rules: [...rules].sort(), machines }))
    .sort((a, b) => b.machines - a.machines || (a.fact < b.fact ? -1 : 1));
}
