import type { SubjectKind, Subjects } from "../../../limits/facts/subjects";
import type { Finding } from "../../../limits/findings";
import { completeScope, createJudge, type Judge } from "../../../limits/judge";
import type { Rule, Scope } from "../../../limits/rules/rule";

export type TestScope = Pick<Scope, "edition" | "scenario"> & Partial<Scope>;

const judges = new Map<string, Judge>();

/** One judge a scope, as callers use them. Dated rows compare with a fixed day. */
export function judgeFor(scope: TestScope): Judge {
  const key = JSON.stringify(scope);
  let judge = judges.get(key);
  if (judge === undefined) {
    judge = createJudge(completeScope({ asOf: "2026-12-01", ...scope }));
    judges.set(key, judge);
  }
  return judge;
}

/** What one rule says about a subject. */
export interface Said {
  /** Nothing said and nothing missing, yet the rule applied: the limit is kept. */
  readonly kept: boolean;
  readonly applies: boolean;
  readonly findings: readonly Finding[];
  readonly missing: readonly string[];
}

/** Judges a subject by one rule alone. The facts may be of any type, as odd input is. */
export function saying(name: string, kind: SubjectKind, facts: unknown, scope: TestScope): Said {
  const judge = judgeFor(scope);
  const rules = judge.rulesFor(kind).filter((candidate) => candidate.name === name) as readonly Rule[];
  const { findings, undecided, decided } = judge.judge(kind, facts as Subjects[SubjectKind], rules);
  return {
    kept: decided === 1 && findings.length === 0,
    applies: decided + undecided.length > 0,
    findings,
    missing: undecided.flatMap((entry) => entry.missing),
  };
}

/** A row of a table of cases: what is judged, in which scope, and what comes out. */
export type Case = readonly [facts: unknown, scope: TestScope, expected: "kept" | "n/a" | readonly string[]];

/**
 * What a rule says in one word or list: `kept`, `n/a`, or findings as `severity limit` and missing facts
 * as `? fact`.
 */
export function verdictOn(name: string, kind: SubjectKind, facts: unknown, scope: TestScope) {
  const said = saying(name, kind, facts, scope);
  if (said.kept) return "kept";
  if (!said.applies && said.findings.length === 0) return "n/a";
  return [
    ...said.findings.map((finding) => `${finding.severity} ${finding.limit.id}`),
    ...said.missing.map((fact) => `? ${fact}`),
  ];
}

export const in2016 = (scenario: Scope["scenario"]): TestScope => ({ edition: "2016-12", scenario });
export const in2019 = (scenario: Scope["scenario"]): TestScope => ({ edition: "2019-05", scenario });
export const current = (scenario: Scope["scenario"]): TestScope => ({ edition: "current", scenario });
