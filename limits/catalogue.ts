import type { Edition } from "./editions";
import { loadMatrix } from "./matrix/load";
import type { JsonValue, Limit } from "./matrix/schema";
import { allRules } from "./rules/registry.gen";
import { moments, type Moment, type Rule } from "./rules/rule";
import type { Scenario } from "./scenarios";

/** A limit together with what checks it: an entry of `asr limits`. */
export interface CataloguedLimit extends Limit {
  /** Moments at which a rule can see what it limits; empty where nothing can. */
  readonly checkedAt: readonly Moment[];
  /** Names of the rules that check it. */
  readonly rules: readonly string[];
}

/** All limits of one edition in the order of the matrix, or those of one scenario. */
export function catalogueOf(
  edition: Edition,
  scenario?: Scenario,
  limits: readonly Limit[] = loadMatrix(),
  rules: readonly Rule[] = allRules,
): readonly CataloguedLimit[] {
  const rulesByLimit = new Map<string, Rule[]>();
  for (const rule of rules) {
    for (const id of rule.limits) {
      const known = rulesByLimit.get(id);
      if (known === undefined) rulesByLimit.set(id, [rule]);
      else known.push(rule);
    }
  }
  return limits
    .filter((limit) => limit.edition === edition)
    .filter((limit) => scenario === undefined || limit.scenarios.includes(scenario))
    .map((limit) => {
      const checking = rulesByLimit.get(limit.id) ?? [];
      const seenAt = new Set(checking.flatMap((rule) => rule.moments));
      return {
        ...limit,
        checkedAt: moments.filter((moment) => seenAt.has(moment)),
        rules: checking.map((rule) => rule.name),
      };
    });
}

/** What happened to a limit between two editions. */
export type LimitChange =
  | { readonly kind: "added"; readonly id: string; readonly to: CataloguedLimit }
  | { readonly kind: "removed"; readonly id: string; readonly from: CataloguedLimit }
  | {
      readonly kind: "changed";
      readonly id: string;
      readonly from: CataloguedLimit;
      readonly to: CataloguedLimit;
    };

/**
 * Differences between two editions: limits that only one of them states, and limits whose value, unit or
 * severity differs. An id can occur more than once in an edition, for different scenarios; entries are then
 * compared that share the most scenarios.
 */
export function compareEditions(
  from: readonly CataloguedLimit[],
  to: readonly CataloguedLimit[],
): readonly LimitChange[] {
  const left = new Map<string, CataloguedLimit[]>();
  for (const limit of to) left.set(limit.id, [...(left.get(limit.id) ?? []), limit]);
  const changes: LimitChange[] = [];
  for (const before of from) {
    const candidates = left.get(before.id) ?? [];
    const after = mostAlike(before, candidates);
    if (after === undefined) {
      changes.push({ kind: "removed", id: before.id, from: before });
      continue;
    }
    candidates.splice(candidates.indexOf(after), 1);
    if (!sameRequirement(before, after)) {
      changes.push({ kind: "changed", id: before.id, from: before, to: after });
    }
  }
  const added = new Set([...left.values()].flat());
  for (const limit of to) if (added.has(limit)) changes.push({ kind: "added", id: limit.id, to: limit });
  return changes;
}

function mostAlike(limit: Limit, candidates: readonly CataloguedLimit[]): CataloguedLimit | undefined {
  let best: CataloguedLimit | undefined;
  let bestShared = -1;
  for (const candidate of candidates) {
    const shared = candidate.scenarios.filter((scenario) => limit.scenarios.includes(scenario)).length;
    if (shared > bestShared) [best, bestShared] = [candidate, shared];
  }
  return best;
}

function sameRequirement(a: Limit, b: Limit): boolean {
  return a.severity === b.severity && a.unit === b.unit && canonical(a.value) === canonical(b.value);
}

/** JSON with sorted keys; the order of a list matters, the order of keys does not. */
function canonical(value: JsonValue): string {
  return JSON.stringify(value, (_key, item: unknown) =>
    typeof item === "object" && item !== null && !Array.isArray(item)
      ? Object.fromEntries(Object.entries(item).sort(([a], [b]) => (a < b ? -1 : 1)))
      : item,
  );
}
