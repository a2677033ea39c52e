import type { CheckFinding } from "../../operations/check/check-finding";
import type { LiveSource } from "../../operations/check/live-check";
import type { VaultCheck } from "../../operations/check/vault-check";
import type { CitedLimit } from "../../limits/findings";
import { citationText } from "../citation-text";

/** Findings of one rule against one limit. */
export interface CheckGroup {
  readonly ref: string;
  readonly rule: string;
  readonly kind: CheckFinding["kind"];
  /** The worst of its findings that no waiver covers. */
  readonly severity: CheckFinding["severity"];
  readonly remedy: string;
  readonly limit: CitedLimit | null;
  readonly source: LiveSource | null;
  readonly findings: readonly CheckFinding[];
  /** Things that it is about, each once. */
  readonly subjects: number;
  readonly waived: number;
}

/** Every finding of a check: of the vault, then of plans, then of machines. */
export function* allFindings(check: VaultCheck): Generator<CheckFinding> {
  yield* check.findings;
  for (const { findings } of check.recoveryPlans) yield* findings;
  for (const { findings } of check.machines) yield* findings;
}

/** Findings by rule and limit: errors first, then what concerns most things. */
export function groupCheck(check: VaultCheck): readonly CheckGroup[] {
  const byKey = new Map<string, CheckFinding[]>();
  for (const finding of allFindings(check)) {
    const key = `${finding.ref} ${finding.limit?.id ?? ""} ${finding.limit?.edition ?? ""}`;
    const known = byKey.get(key);
    if (known === undefined) byKey.set(key, [finding]);
    else known.push(finding);
  }
  return [...byKey.values()]
    .map(groupOf)
    .sort((a, b) => rank(a) - rank(b) || b.subjects - a.subjects || (a.ref < b.ref ? -1 : 1));
}

function groupOf(findings: readonly CheckFinding[]): CheckGroup {
  const first = findings[0] as CheckFinding;
  const open = findings.filter(({ waiver }) => waiver === null);
  const severity = open.some((finding) => finding.severity === "error") ? "error" : "warning";
  const remedies = new Set(findings.map(({ remedy }) => remedy));
  return {
    ref: first.ref,
    rule: first.rule,
    kind: first.kind,
    severity,
    remedy: [...remedies].slice(0, mostRemedies).join(" "),
    limit: first.limit,
    source: first.source,
    findings,
    subjects: new Set(findings.map(({ subject }) => `${subject.kind} ${subject.id ?? subject.name}`)).size,
    waived: findings.length - open.length,
  };
}

/** A check may have a remedy for each state; more than these are in the findings themselves. */
const mostRemedies = 2;

function rank({ severity }: CheckGroup): number {
  return severity === "error" ? 0 : 1;
}

/** Where a finding's yardstick is written. Empty where it is nobody's but the user's. */
export function sourceText({ limit, source }: Pick<CheckFinding, "limit" | "source">): string {
  if (limit !== null) return `edition ${limit.edition}: ${citationText(limit.source)}`;
  return source === null ? "" : `"${source.document}", section "${source.section}"`;
}

/** `machine vm1, disk data1`. */
export function subjectText({ subject, detail }: Pick<CheckFinding, "subject" | "detail">): string {
  return `${subject.kind.replaceAll("-", " ")} ${subject.name}${detail === undefined ? "" : `, ${detail}`}`;
}
