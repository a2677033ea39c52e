import { isSame, isSameLocation } from "./equality";
import {
  isPropertyList,
  isPropertyMap,
  withoutSecrets,
  type PropertyMap,
  type PropertyValue,
} from "./property-value";

/** How one property changed. */
export type Change = "add" | "update" | "delete";

/** The changes between two sets of inputs: path of each changed property, and how it changed. */
export type Difference = ReadonlyMap<string, Change>;

/**
 * Compares inputs property by property. Names that begin with `__` are the provider's own and not compared;
 * the top-level `location` compares without case and spaces.
 */
export function differenceOf(before: PropertyMap, after: PropertyMap): Difference {
  const changes = new Map<string, Change>();
  for (const key of keysOf(before, after)) {
    if (key.startsWith("__")) continue;
    if (key === "location" && isSameLocation(before[key], after[key])) continue;
    compare(changes, pathSegment(key), before[key], after[key]);
  }
  return changes;
}

/** The top-level property that a path of {@link differenceOf} belongs to. */
export function rootOf(path: string): string {
  const quoted = /^\["((?:[^"\\]|\\.)*)"\]/.exec(path);
  return quoted?.[1] ?? /^[^.[]*/.exec(path)?.[0] ?? path;
}

function compare(
  changes: Map<string, Change>,
  path: string,
  before: PropertyValue | undefined,
  after: PropertyValue | undefined,
): void {
  if (before === undefined && after === undefined) return;
  if (before === undefined) changes.set(path, "add");
  else if (after === undefined) changes.set(path, "delete");
  else if (!isSame(before, after))
    compareInside(changes, path, withoutSecrets(before), withoutSecrets(after));
}

function compareInside(
  changes: Map<string, Change>,
  path: string,
  before: PropertyValue,
  after: PropertyValue,
): void {
  if (isPropertyMap(before) && isPropertyMap(after)) {
    for (const key of keysOf(before, after)) compare(changes, joined(path, key), before[key], after[key]);
  } else if (isPropertyList(before) && isPropertyList(after)) {
    const length = Math.max(before.length, after.length);
    for (let index = 0; index < length; index++) {
      compare(changes, `${path}[${index}]`, before[index], after[index]);
    }
  } else {
    changes.set(path, "update");
  }
}

function keysOf(before: PropertyMap, after: PropertyMap): readonly string[] {
  return [...new Set([...Object.keys(before), ...Object.keys(after)])].sort();
}

function joined(path: string, key: string): string {
  const segment = pathSegment(key);
  return segment.startsWith("[") ? `${path}${segment}` : `${path}.${segment}`;
}

/** Keys with dots, brackets or quotes are written in brackets, as the engine parses them. */
function pathSegment(key: string): string {
  return /^[^."[\]]+$/.test(key) ? key : `["${key.replace(/["\\]/g, "\\$&")}"]`;
}
