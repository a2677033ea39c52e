import type { Edition } from "../editions";
import type { Site } from "../facts/site";
import type { SubjectKind, Subjects } from "../facts/subjects";
import type { JsonValue, Limit } from "../matrix/schema";
import type { Experience, Intent, Scenario } from "../scenarios";

/** The moments at which a rule can see its subject. */
export const moments = ["inventory", "component", "resource", "stack", "live"] as const;

export type Moment = (typeof moments)[number];

/** What holds for a whole evaluation; every verdict is a function of the subject and of this. */
export interface Scope {
  readonly edition: Edition;
  readonly scenario: Scenario;
  /** VMware and physical servers only. */
  readonly experience?: Experience;
  readonly intent: Intent;
  /** ISO date that dated rows (retirements) compare with. */
  readonly asOf: string;
  /** The source side, where known. */
  readonly site?: Site;
}

/** The limits of one scope, by id. A rule whose limits are all absent does not apply in that scope. */
export interface LimitsInScope {
  /** The limit, or undefined where this edition and scenario have no such row. */
  find(id: string): Limit | undefined;
}

export interface RuleContext extends Scope {
  readonly limits: LimitsInScope;
}

/** A limit that is not kept: the rule says what it saw; engine and meta data add the rest. */
export interface Violation {
  readonly kind: "violation";
  readonly limit: Limit;
  /** What exactly, inside the judged thing: `disk Hard disk 1`. */
  readonly subject: string;
  /** The value seen, with its unit. */
  readonly observed: string;
  /** Full sentence: what is wrong, in the field's words. Limit, edition and section are added by the engine. */
  readonly message: string;
  /** The part of the limit's value that counts here, where it is a long list; the whole where absent. */
  readonly value?: JsonValue;
  /** Overrides the rule's remedy. */
  readonly remedy?: string;
  /**
   * Only where the documents leave open how grave this case is: `warning` softens the limit's own severity.
   * The rule's page says why.
   */
  readonly severity?: "warning";
  /** Property path of the offending fact. */
  readonly path?: string;
}

/** Facts the rule would need: names as in the estate document, `disks[].sizeGiB`. */
export interface Missing {
  readonly kind: "missing";
  readonly facts: readonly string[];
}

export type Outcome = Violation | Missing;

/**
 * What a check answers: outcomes (none of them: the limit is kept), or `notApplicable` when the rule has
 * nothing to say about this subject (a Linux rule and a Windows machine).
 */
export type Answer = readonly Outcome[] | typeof notApplicable;

export const notApplicable = "not-applicable";

/** The empty answer: every limit of the rule is kept. */
export const kept: readonly Outcome[] = [];

export interface RuleMeta {
  /** Kebab-case stem: file = test = page = policy = SARIF name. */
  readonly name: string;
  /** `ASR-nnnn`, never reused. */
  readonly ref: string;
  /** One line: what must hold. */
  readonly title: string;
  /** Why it matters: what Site Recovery does otherwise. One or two sentences. */
  readonly rationale: string;
  /** What to do about a finding, imperative. */
  readonly remedy: string;
  /** Ids of the limits it checks. */
  readonly limits: readonly string[];
  /** Where it can see its subject. */
  readonly moments: readonly Moment[];
  /** Release of this package in which the rule first shipped. */
  readonly since: string;
}

export interface Rule<K extends SubjectKind = SubjectKind> extends RuleMeta {
  readonly subject: K;
  check(subject: Subjects[K], context: RuleContext): Answer;
}

/** Fixes the subject's type of a rule; rule files export its result as `rule`. */
export function defineRule<K extends SubjectKind>(rule: Rule<K>): Rule<K> {
  return rule;
}

export function violation(limit: Limit, seen: Omit<Violation, "kind" | "limit">): Violation {
  return { kind: "violation", limit, ...seen };
}

export function missing(...facts: string[]): Missing {
  return { kind: "missing", facts };
}

/** The limit's value as a number. @throws TypeError when the matrix holds something else: a fault of ours. */
export function numberOf(limit: Limit): number {
  if (typeof limit.value !== "number") throw new TypeError(`${limit.id} (${limit.edition}) is not a number`);
  return limit.value;
}

/** The limit's value as a string. @throws TypeError when the matrix holds something else. */
export function stringOf(limit: Limit): string {
  if (typeof limit.value !== "string") throw new TypeError(`${limit.id} (${limit.edition}) is not a string`);
  return limit.value;
}

/** The limit's value as a list of strings. @throws TypeError when the matrix holds something else. */
export function stringsOf(limit: Limit): readonly string[] {
  if (!Array.isArray(limit.value) || !limit.value.every((item) => typeof item === "string")) {
    throw new TypeError(`${limit.id} (${limit.edition}) is not a list of strings`);
  }
  return limit.value;
}

/** The limit's value as a list of records. @throws TypeError when the matrix holds something else. */
export function recordsOf(limit: Limit): readonly { readonly [key: string]: JsonValue }[] {
  if (
    !Array.isArray(limit.value) ||
    !limit.value.every((item) => typeof item === "object" && item !== null && !Array.isArray(item))
  ) {
    throw new TypeError(`${limit.id} (${limit.edition}) is not a list of records`);
  }
  return limit.value as readonly { readonly [key: string]: JsonValue }[];
}
