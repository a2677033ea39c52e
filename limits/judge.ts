import { defaultExperience } from "./default-experience";
import { defaultEdition, type Edition } from "./editions";
import type { SubjectKind, Subjects } from "./facts/subjects";
import type { Finding, Judgement, Undecided } from "./findings";
import { loadMatrix } from "./matrix/load";
import type { Limit } from "./matrix/schema";
import { allRules } from "./rules/registry.gen";
import {
  notApplicable,
  type LimitsInScope,
  type Rule,
  type RuleContext,
  type Scope,
  type Violation,
} from "./rules/rule";
import { hasExperience, type Experience, type Scenario } from "./scenarios";

/** Rules and limits of one scope, resolved once and used for every subject. */
export interface Judge {
  readonly scope: Scope;
  /** Scope and limits as the rules see them. */
  readonly context: RuleContext;
  /** Rules that have at least one limit in this scope, by subject kind. */
  rulesFor<K extends SubjectKind>(kind: K): readonly Rule<K>[];
  /** Judges one subject by all rules of its kind, or by the given ones. */
  judge<K extends SubjectKind>(kind: K, subject: Subjects[K], rules?: readonly Rule<K>[]): Judgement;
}

/** A scenario that cannot be judged as asked; the message is for the user who asked. */
export class ScenarioError extends Error {}

/** A scenario that an edition does not document is refused, never judged by another one's limits. */
export class UndocumentedScenarioError extends ScenarioError {
  constructor(
    readonly edition: Edition,
    readonly scenario: Scenario,
    readonly documentedBy: readonly Edition[],
    readonly experience?: Experience,
  ) {
    super(
      `Edition ${edition} documents no limits for ${scenario}${experience === undefined ? "" : ` (${experience})`}. ` +
        (documentedBy.length === 0
          ? "No edition does."
          : `Documented by: ${documentedBy.join(", ")} (--edition ${documentedBy[0]}).`),
    );
    this.name = "UndocumentedScenarioError";
  }
}

/**
 * A scenario that the documents describe and that cannot be had in Azure: refused with the row that says
 * so, never judged by another scenario's limits.
 */
export class RefusedScenarioError extends ScenarioError {
  constructor(
    readonly scenario: Scenario,
    readonly limit: Limit,
  ) {
    const { document, date, section } = limit.source;
    super(
      `${scenario} cannot be set up in Azure and is not judged: ${limit.title} is refused by "${document}" ` +
        `(${date}), section "${section}". Replicate to Azure instead (scenario ${toAzure(scenario)}).`,
    );
    this.name = "RefusedScenarioError";
  }
}

function toAzure(scenario: Scenario): string {
  return scenario.replace("-to-secondary", "-to-azure");
}

export function completeScope(scope: Pick<Scope, "scenario" | "asOf"> & Partial<Scope>): Scope {
  const edition = scope.edition ?? defaultEdition;
  return {
    ...scope,
    edition,
    intent: scope.intent ?? "disaster-recovery",
    experience: hasExperience(scope.scenario) ? (scope.experience ?? defaultExperience(edition)) : undefined,
  };
}

/**
 * @throws UndocumentedScenarioError when the edition has no row for the scenario.
 * @throws RefusedScenarioError when a document says that the scenario cannot be had.
 */
export function createJudge(
  scope: Scope,
  limits: readonly Limit[] = loadMatrix(),
  rules: readonly Rule[] = allRules,
): Judge {
  const refusal = limits.find(
    (limit) => limit.refusesScenario === true && limit.scenarios.includes(scope.scenario),
  );
  if (refusal !== undefined) throw new RefusedScenarioError(scope.scenario, refusal);
  const inScope = limits.filter((limit) => limit.edition === scope.edition && appliesTo(limit, scope));
  if (inScope.length === 0) {
    const documentedBy = new Set(
      limits.filter((limit) => appliesTo(limit, scope)).map((limit) => limit.edition),
    );
    throw new UndocumentedScenarioError(scope.edition, scope.scenario, [...documentedBy], scope.experience);
  }
  const byId = new Map<string, Limit>();
  for (const limit of inScope) byId.set(limit.id, limit);
  const limitsInScope: LimitsInScope = { find: (id) => byId.get(id) };
  const context: RuleContext = { ...scope, limits: limitsInScope };
  const applicable = rules.filter((rule) => rule.limits.some((id) => byId.has(id)));
  const bySubject = Map.groupBy(applicable, (rule) => rule.subject);

  const rulesFor = <K extends SubjectKind>(kind: K): readonly Rule<K>[] =>
    (bySubject.get(kind) ?? []) as unknown as readonly Rule<K>[];
  return {
    scope,
    context,
    rulesFor,
    judge: (kind, subject, some) => judgeBy(some ?? rulesFor(kind), subject, context),
  };
}

function appliesTo(limit: Limit, scope: Scope): boolean {
  return (
    limit.scenarios.includes(scope.scenario) &&
    (limit.experiences === undefined ||
      scope.experience === undefined ||
      limit.experiences.includes(scope.experience)) &&
    (limit.intents === undefined || limit.intents.includes(scope.intent)) &&
    (limit.effectiveFrom === undefined || limit.effectiveFrom <= scope.asOf)
  );
}

function judgeBy<K extends SubjectKind>(
  rules: readonly Rule<K>[],
  subject: Subjects[K],
  context: RuleContext,
): Judgement {
  const findings: Finding[] = [];
  const undecided: Undecided[] = [];
  let decided = 0;
  // Something that is no object has no facts: rules say what they lack.
  const facts = (typeof subject === "object" && (subject as unknown) !== null ? subject : {}) as Subjects[K];
  for (const rule of rules) {
    const answer = rule.check(facts, context);
    if (answer === notApplicable) continue;
    let lacks: Set<string> | undefined;
    for (const outcome of answer) {
      if (outcome.kind === "missing") {
        lacks ??= new Set();
        for (const fact of outcome.facts) lacks.add(fact);
      } else if (outcome.limit.severity !== "info") {
        findings.push(toFinding(rule, outcome));
      }
    }
    if (lacks === undefined) decided += 1;
    else undecided.push({ rule: rule.name, ref: rule.ref, missing: [...lacks] });
  }
  return { findings, undecided, decided };
}

function toFinding<K extends SubjectKind>(rule: Rule<K>, seen: Violation): Finding {
  const { limit } = seen;
  return {
    rule: rule.name,
    ref: rule.ref,
    // A warning stays one: an outcome may soften its limit, never sharpen it.
    severity: seen.severity ?? limit.severity,
    subject: seen.subject,
    observed: seen.observed,
    limit: {
      id: limit.id,
      value: seen.value ?? limit.value,
      unit: limit.unit,
      edition: limit.edition,
      ledger: limit.ledger,
      source: limit.source,
    },
    message: seen.message,
    remedy: seen.remedy ?? rule.remedy,
    ...(seen.path === undefined ? {} : { path: seen.path }),
    waiver: null,
  };
}
