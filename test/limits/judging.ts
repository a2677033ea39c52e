import type { Edition } from "../../limits/editions";
import type { SubjectKind, Subjects } from "../../limits/facts/subjects";
import { completeScope, createJudge } from "../../limits/judge";
import type { Rule, Scope } from "../../limits/rules/rule";

/** What one rule said, in the few words that tables in tests compare. */
export interface Said {
  /** `error disk Hard disk 1: 2049 GiB` per finding. */
  readonly findings: readonly string[];
  readonly missing: readonly string[];
  readonly applies: boolean;
}

type ScopeOf = { readonly edition: Edition; readonly scenario: Scope["scenario"] } & Partial<Scope>;

const judges = new Map<string, ReturnType<typeof createJudge>>();

/** Judges a subject by one rule alone, over the real matrix. */
export function judgeBy<K extends SubjectKind>(rule: Rule<K>, scope: ScopeOf, subject: unknown): Said {
  const complete = completeScope({ asOf: "2026-11-01", ...scope });
  const key = JSON.stringify(complete);
  const judge = judges.get(key) ?? createJudge(complete);
  judges.set(key, judge);
  if (!judge.rulesFor(rule.subject).some((other) => other.name === rule.name)) {
    return { findings: [], missing: [], applies: false };
  }
  const said = judge.judge(rule.subject, subject as Subjects[K], [rule]);
  return {
    findings: said.findings.map(
      ({ severity, subject: what, observed }) => `${severity} ${what}: ${observed}`,
    ),
    missing: said.undecided.flatMap((undecided) => undecided.missing),
    applies: said.decided + said.undecided.length > 0,
  };
}
