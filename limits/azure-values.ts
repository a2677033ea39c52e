import { numberField, textField } from "./checks/values";
import { loadMatrix } from "./matrix/load";
import type { Limit } from "./matrix/schema";
import { nearestOf } from "./nearest";
import { stringsOf } from "./rules/rule";

/** Kinds of names that Azure holds to rules of its own. */
export type NameKind =
  "vault" | "resource-group" | "storage-account" | "virtual-network" | "subnet" | "workspace";

/** Lists of values that Azure takes. */
export type ValueKind =
  | "azure.vault-skus"
  | "azure.storage-skus"
  | "azure.storage-tls-versions"
  | "azure.workspace-skus"
  | "azure.license-types"
  | "azure.availability-zones";

/** Words that a message suggests. */
const mostSuggestions = 3;

const known = new Map<string, Limit>();

/**
 * A limit of Azure itself, which holds in every edition and scenario.
 *
 * @throws TypeError where the matrix has none: a fault of ours.
 */
export function azureLimit(id: string): Limit {
  let limit = known.get(id);
  if (limit === undefined) {
    limit = loadMatrix().find((each) => each.id === id);
    if (limit === undefined) throw new TypeError(`The matrix has no limit ${id}.`);
    known.set(id, limit);
  }
  return limit;
}

/** What Azure has against a name, with the rule and its source; undefined for a good one. */
export function nameProblem(kind: NameKind, name: string): string | undefined {
  const limit = azureLimit(`azure.${kind}-name`);
  const shortest = numberField(limit, "minLength");
  const longest = numberField(limit, "maxLength");
  if (name.length >= shortest && name.length <= longest && patternOfName(limit).test(name)) return undefined;
  return (
    `${JSON.stringify(name)} cannot be the name of a ${kind.replace("-", " ")}: ` +
    `${shortest} to ${longest} characters, ${textField(limit, "text")} (${sourceOf(limit)})`
  );
}

const patterns = new WeakMap<Limit, RegExp>();

function patternOfName(limit: Limit): RegExp {
  const pattern = patterns.get(limit) ?? new RegExp(textField(limit, "pattern"), "u");
  patterns.set(limit, pattern);
  return pattern;
}

/** What Azure has against a value of a list, with the nearest ones; undefined for one of the list. */
export function valueProblem(kind: ValueKind, value: string): string | undefined {
  const limit = azureLimit(kind);
  const values = stringsOf(limit);
  if (values.includes(value)) return undefined;
  return `${JSON.stringify(value)} is none of ${values.join(", ")} (${sourceOf(limit)})`;
}

/**
 * What is wrong with a region; undefined for a known one.
 *
 * @param newer Regions that the user vouches for: Azure opens regions faster than this package is released.
 * @param remedy How the user does so.
 */
export function regionProblem(
  region: string,
  newer: readonly string[] = [],
  remedy = "newRegions",
): string | undefined {
  const limit = azureLimit("azure.regions");
  const regions = stringsOf(limit);
  if (regions.includes(region) || newer.includes(region)) return undefined;
  return (
    `${JSON.stringify(region)} is no region that is known here, nearest are ` +
    `${nearestOf(region, regions, mostSuggestions).join(", ")} (${sourceOf(limit)}); ` +
    `a newer one is named in ${remedy}`
  );
}

/** What Azure has against the tags of one resource; undefined for good ones. */
export function tagProblem(tags: Readonly<Record<string, string>>): string | undefined {
  const limit = azureLimit("azure.tags");
  const most = numberField(limit, "most");
  const nameLength = numberField(limit, "nameLength");
  const valueLength = numberField(limit, "valueLength");
  const forbidden = textField(limit, "forbidden");
  const entries = Object.entries(tags);
  if (entries.length > most) {
    return `${entries.length} tags are more than a resource takes: ${most} (${sourceOf(limit)})`;
  }
  for (const [name, value] of entries) {
    if (name === "" || name.length > nameLength || Array.from(forbidden).some((one) => name.includes(one))) {
      return `${JSON.stringify(name)} cannot be the name of a tag: 1 to ${nameLength} characters, none of ${forbidden} (${sourceOf(limit)})`;
    }
    if (value.length > valueLength) {
      return `The tag ${JSON.stringify(name)} has more than ${valueLength} characters (${sourceOf(limit)})`;
    }
  }
  return undefined;
}

/** What Azure has against the retention of a Log Analytics workspace; undefined for a good one. */
export function retentionProblem(days: number): string | undefined {
  const limit = azureLimit("azure.workspace-retention");
  const [least, most] = [numberField(limit, "minimum"), numberField(limit, "maximum")];
  return days >= least && days <= most
    ? undefined
    : `${days} days cannot be kept: ${least} to ${most} (${sourceOf(limit)})`;
}

function sourceOf({ source }: Limit): string {
  return `${source.document}, ${source.date}, section "${source.section}"`;
}
