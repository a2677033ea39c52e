import { parseResourceId } from "../../limits/facts/resource-id";
import type { InputProblem, SeenInputs } from "./input-problems";
import { isPending } from "./pending";

export interface ExistingLevel {
  /** Argument that holds the id of an existing resource. */
  readonly idName: string;
  /** ARM type that the id must be of. */
  readonly type: string;
  /** Arguments that only a new resource takes. */
  readonly newOnly: readonly string[];
  /** Where the arguments lie: `logAccount.`. */
  readonly prefix?: string;
}

/**
 * Problems of a level that is either the id of an existing resource or the arguments of a new one: an id of
 * another type, or both at once.
 */
export function existingIdProblems(seen: SeenInputs, level: ExistingLevel): readonly InputProblem[] {
  const id = seen[level.idName];
  if (id === undefined) return [];
  const prefix = level.prefix ?? "";
  const both = level.newOnly
    .filter((name) => seen[name] !== undefined)
    .map((name) => ({
      propertyPath: prefix + name,
      reason: `It belongs to a new resource, and ${prefix}${level.idName} names an existing one: leave one of them out.`,
    }));
  return [...(isPending(id) ? [] : resourceIdProblems(prefix + level.idName, id, level.type)), ...both];
}

/** Arguments of something that there will not be: nothing would come of them. */
export function idleInputs(
  seen: SeenInputs,
  names: readonly string[],
  reason: string,
  prefix = "",
): readonly InputProblem[] {
  return names
    .filter((name) => seen[name] !== undefined)
    .map((name) => ({ propertyPath: prefix + name, reason }));
}

/** A known value that is not the id of a resource of the type. */
export function resourceIdProblems(propertyPath: string, id: unknown, type: string): readonly InputProblem[] {
  if (typeof id === "string" && parseResourceId(id).type === type.toLowerCase() && id.startsWith("/"))
    return [];
  return [
    {
      propertyPath,
      reason: `${JSON.stringify(id)} is not the id of a ${type}: give /subscriptions/…/resourceGroups/…/providers/${type}/….`,
    },
  ];
}

/** Known values that are not ids of their types; what is missing is another check's. */
export function idProblems(
  seen: SeenInputs,
  types: Readonly<Record<string, string>>,
): readonly InputProblem[] {
  return Object.entries(types).flatMap(([name, type]) => {
    const id = seen[name];
    return id === undefined || id === "" || isPending(id) ? [] : resourceIdProblems(name, id, type);
  });
}
