import type { SubjectKind, Subjects } from "../../../limits/facts/subjects";
import type { Judgement } from "../../../limits/findings";
import type { Judge } from "../../../limits/judge";
import type { Rule } from "../../../limits/rules/rule";

const rulesOf = new WeakMap<Judge, Map<SubjectKind, readonly Rule[]>>();

/** Judges by the rules that can be checked live. */
export function judgeLive<K extends SubjectKind>(judge: Judge, kind: K, subject: Subjects[K]): Judgement {
  const byKind = rulesOf.get(judge) ?? new Map<SubjectKind, readonly Rule[]>();
  rulesOf.set(judge, byKind);
  let rules = byKind.get(kind);
  if (rules === undefined) {
    rules = judge.rulesFor(kind).filter((rule) => rule.moments.includes("live"));
    byKind.set(kind, rules);
  }
  return judge.judge(kind, subject, rules as unknown as readonly Rule<K>[]);
}
