import type { Finding } from "../limits/findings";
import type { SubjectKind } from "../limits/facts/subjects";
import type { Judge } from "../limits/judge";
import type { Rule, Scope } from "../limits/rules/rule";
import type { WaiverBook } from "../limits/waivers";
import {
  crashMessage,
  findingMessage,
  sameFact,
  undecidedMessage,
  undecidedScenarioMessage,
} from "./messages";
import { waivedSubject } from "./azure-identity";
import type { Program, ProgramResource } from "./program";
import type { Report } from "./reporting";
import type { Scopes } from "./scopes";
import type { Seen } from "./seen";

/** How one rule judges one thing: the scopes that may hold, and what else a report needs. */
export interface Question {
  readonly subject: Seen;
  readonly judges: readonly Judge[];
  readonly scopes: Scopes;
  readonly waivers: WaiverBook;
  readonly program: Program;
  /** The resource that a finding is about: one part of a deployment. */
  readonly resourceOf: (finding: Finding) => ProgramResource;
}

interface Decision {
  readonly scope: Scope;
  readonly findings: readonly Finding[];
  readonly missing: readonly string[];
}

/** What one rule says about one thing, under every scope that may hold. */
export function judged(rule: Rule, question: Question): readonly Report[] {
  const { subject, scopes } = question;
  const { name, urn } = subject.resource;
  const decisions: Decision[] = [];
  for (const judge of question.judges) {
    if (!judge.rulesFor(rule.subject).some((candidate) => candidate.name === rule.name)) continue;
    try {
      const decision = decide(rule, subject, judge);
      if (decision !== undefined) decisions.push(decision);
    } catch (error) {
      // One advisory finding, and no other rule suffers.
      return [{ message: crashMessage(rule, error), urn, level: "advisory" }];
    }
  }
  const reports: Report[] = [];
  const undecided = [...new Set(decisions.flatMap(({ missing }) => missing))].filter((fact) =>
    isWorthTelling(fact, subject),
  );
  if (undecided.length > 0) {
    reports.push({
      message: undecidedMessage(rule, name, undecided, subject),
      urn,
      level: "advisory",
    });
  }
  const broken = decisions.filter(({ findings }) => findings.length > 0);
  if (!scopes.certain && broken.length > 0 && broken.length < decisions.length) {
    reports.push({ message: undecidedScenarioMessage(rule, name, broken), urn, level: "advisory" });
  } else {
    reports.push(...findingReports(broken, question));
  }
  return reports;
}

/** Undefined where the rule has nothing to say about the subject in this scope. */
function decide<K extends SubjectKind>(rule: Rule<K>, subject: Seen, judge: Judge): Decision | undefined {
  // The caller pairs rules with subjects of their kind.
  const { findings, undecided, decided } = judge.judge(rule.subject, subject.facts as never, [rule]);
  if (findings.length === 0 && undecided.length === 0 && decided === 0) return undefined;
  return { scope: judge.scope, findings, missing: undecided.flatMap(({ missing }) => missing) };
}

function findingReports(broken: readonly Decision[], question: Question): readonly Report[] {
  // Where several scenarios say the same, one of them is enough: the one that takes it most seriously.
  const distinct = new Map<string, { readonly finding: Finding; readonly scope: Scope }>();
  for (const { scope, findings } of broken) {
    for (const finding of findings) {
      const key = JSON.stringify([finding.limit.id, finding.subject, finding.path, finding.observed]);
      const before = distinct.get(key);
      if (before === undefined || (before.finding.severity !== "error" && finding.severity === "error")) {
        distinct.set(key, { finding, scope });
      }
    }
  }
  return [...distinct.values()].map(({ finding, scope }) => {
    const resource = question.resourceOf(finding);
    const final = question.waivers.apply(finding, waivedSubject(resource, question.program));
    const advisory = final.severity !== "error" || final.waiver !== null;
    return {
      message: findingMessage(final, scope, question.scopes.how),
      urn: resource.urn,
      ...(advisory ? { level: "advisory" as const } : {}),
    };
  });
}

/** The part of a deployment that a fact belongs to: `storageAccounts` of `storageAccounts[].sku`. */
const partOfFact = /^(\w+)(?:\[\]|\.)/;

/**
 * Whether a missing fact is worth telling: it arises only during the deployment, its value is odd, or it belongs to a part of
 * the deployment that the program holds. What it does not hold at all (the machines, a vault elsewhere) is not
 * a program's to say.
 */
function isWorthTelling(fact: string, subject: Seen): boolean {
  if ([...subject.unknown, ...subject.unreadable].some((open) => sameFact(open, fact))) return true;
  const part = partOfFact.exec(fact)?.[1];
  if (subject.kind !== "deployment" || part === undefined) return false;
  const held = (subject.facts as Readonly<Record<string, unknown>>)[part];
  return Array.isArray(held) ? held.length > 0 : held !== undefined;
}
