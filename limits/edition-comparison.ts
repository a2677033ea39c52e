import type { CataloguedLimit } from "./catalogue";
import { defaultExperience } from "./default-experience";
import type { JsonValue, Limit } from "./matrix/schema";
import { experiences, hasExperience } from "./scenarios";

/** What happened to a limit between two editions, and where: `vmware-to-azure`, `vmware-to-azure (classic)` … */
export type LimitChange = { readonly id: string; readonly scopes: readonly string[] } & (
  | { readonly kind: "added"; readonly to: CataloguedLimit }
  | { readonly kind: "removed"; readonly from: CataloguedLimit }
  | { readonly kind: "changed"; readonly from: CataloguedLimit; readonly to: CataloguedLimit }
);

/** Differences between two editions in what both of them document. */
export interface EditionComparison {
  /** Scopes that both editions document; only these are compared. */
  readonly compared: readonly string[];
  /** Scopes that one of them alone documents: everything about them would be a difference. */
  readonly onlyFrom: readonly string[];
  readonly onlyTo: readonly string[];
  readonly changes: readonly LimitChange[];
}

/**
 * Compares limits scope by scope: what one edition says of a scenario that the other has no document for is
 * no change. A limit has changed when its value, unit or severity differs.
 */
export function compareEditions(
  from: readonly CataloguedLimit[],
  to: readonly CataloguedLimit[],
): EditionComparison {
  const before = new Set(from.flatMap(scopesOf));
  const after = new Set(to.flatMap(scopesOf));
  const compared = [...before].filter((scope) => after.has(scope));
  const changes = new Map<string, LimitChange & { scopes: string[] }>();
  const entriesBefore = indexed(from);
  const entriesAfter = indexed(to);
  const numbers = new Map([...from, ...to].map((limit, index) => [limit, index]));
  for (const key of new Set([...entriesBefore.keys(), ...entriesAfter.keys()])) {
    for (const scope of compared) {
      const was = entriesBefore.get(key)?.get(scope);
      const is = entriesAfter.get(key)?.get(scope);
      const change = changeOf(was, is);
      if (change === undefined) continue;
      // One entry can stand for several scenarios: the same pair is one change.
      const pair = `${was === undefined ? "" : (numbers.get(was) ?? "")}-${is === undefined ? "" : (numbers.get(is) ?? "")}`;
      const known = changes.get(pair);
      if (known === undefined) changes.set(pair, { ...change, scopes: [scope] });
      else known.scopes.push(scope);
    }
  }
  return {
    compared: compared.sort(),
    onlyFrom: [...before].filter((scope) => !after.has(scope)).sort(),
    onlyTo: [...after].filter((scope) => !before.has(scope)).sort(),
    changes: [...changes.values()].sort((a, b) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0)),
  };
}

type Change = LimitChange extends infer Each ? (Each extends unknown ? Omit<Each, "scopes"> : never) : never;

function changeOf(was: CataloguedLimit | undefined, is: CataloguedLimit | undefined): Change | undefined {
  if (was === undefined) return is === undefined ? undefined : { kind: "added", id: is.id, to: is };
  if (is === undefined) return { kind: "removed", id: was.id, from: was };
  return sameRequirement(was, is) ? undefined : { kind: "changed", id: was.id, from: was, to: is };
}

/** Entries by id and intent, then by scope. */
function indexed(limits: readonly CataloguedLimit[]): Map<string, Map<string, CataloguedLimit>> {
  const index = new Map<string, Map<string, CataloguedLimit>>();
  for (const limit of limits) {
    const key = `${limit.id} ${limit.intents?.join() ?? ""}`;
    const byScope = index.get(key) ?? new Map<string, CataloguedLimit>();
    index.set(key, byScope);
    for (const scope of scopesOf(limit)) byScope.set(scope, limit);
  }
  return index;
}

/**
 * A scenario is compared by the experience that each edition speaks of, as an inventory is judged when nobody
 * names one: the appliance succeeded the configuration server. The other experience is a scope of its own.
 */
function scopesOf(limit: Limit): readonly string[] {
  return limit.scenarios.flatMap((scenario) =>
    hasExperience(scenario)
      ? (limit.experiences ?? experiences).map((experience) =>
          experience === defaultExperience(limit.edition) ? scenario : `${scenario} (${experience})`,
        )
      : [scenario],
  );
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
