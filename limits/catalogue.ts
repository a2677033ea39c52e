import type { Edition } from "./editions";
import { loadMatrix } from "./matrix/load";
import type { Limit } from "./matrix/schema";
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
