import type { AssessedMachine, Assessment, ChangedMachine, Comparison } from "./assessment";

/** What two assessments of one document, by two editions, decide differently. */
export function compareAssessments(first: Assessment, second: Assessment): Comparison {
  const changed = first.machines.flatMap((before, index): readonly ChangedMachine[] => {
    const after = second.machines[index];
    if (after === undefined) return [];
    const rulesBefore = rulesOf(before);
    const rulesAfter = rulesOf(after);
    const onlyFirst = [...rulesBefore].filter((rule) => !rulesAfter.has(rule));
    const onlySecond = [...rulesAfter].filter((rule) => !rulesBefore.has(rule));
    if (before.verdict === after.verdict && onlyFirst.length === 0 && onlySecond.length === 0) return [];
    return [
      {
        name: before.name,
        ...(before.id === undefined ? {} : { id: before.id }),
        verdicts: [before.verdict, after.verdict],
        onlyFirst,
        onlySecond,
      },
    ];
  });
  return {
    editions: [first.edition, second.edition],
    summaries: [first.summary, second.summary],
    changed,
  };
}

function rulesOf(machine: AssessedMachine): ReadonlySet<string> {
  return new Set(machine.findings.map(({ rule }) => rule));
}
