import type { DiffResult, PropertyChange } from "../../plugin-protocol/diff-response";
import { differenceOf, rootOf, type Change } from "../../plugin-protocol/difference";
import type { PropertyMap } from "../../plugin-protocol/property-value";
import type { ObjectDescription } from "../property-description";
import { inTodaysShape } from "./in-todays-shape";

/**
 * Compares inputs, ids without case. A property that `replaces` needs a new resource, at any depth; the old one is
 * deleted first, because things of Site Recovery that stand for one region, site or machine cannot exist twice.
 * What only the version of this package makes different is no change.
 */
export function diffByDescription(
  description: ObjectDescription,
  before: PropertyMap,
  inputs: PropertyMap,
): DiffResult {
  const changes = new Map<string, PropertyChange>();
  const replaces = new Set<string>();
  for (const [path, change] of differenceOf(inTodaysShape(before, inputs, description), inputs)) {
    const replacing = replacesAt(description, path);
    changes.set(path, { change, replaces: replacing });
    if (replacing) replaces.add(rootOf(path));
  }
  return { changes, replaces: [...replaces], deleteBeforeReplace: replaces.size > 0 };
}

/** Changes that are no difference to a definition are left out by their path. */
export function withoutChanges(
  diff: DiffResult,
  isNone: (path: string, change: Change) => boolean,
): DiffResult {
  const changes = new Map([...diff.changes].filter(([path, { change }]) => !isNone(path, change)));
  const replaces = [
    ...new Set([...changes].filter(([, change]) => change.replaces).map(([path]) => rootOf(path))),
  ];
  return { changes, replaces, deleteBeforeReplace: replaces.length > 0 && diff.deleteBeforeReplace };
}

/** Whether any property on the way to a path replaces. */
function replacesAt(description: ObjectDescription, path: string): boolean {
  let level: ObjectDescription | undefined = description;
  for (const segment of segmentsOf(path)) {
    const property: ObjectDescription[string] | undefined = level?.[segment];
    if (property === undefined) return false;
    if (property.replaces === true) return true;
    let inner: ObjectDescription[string] = property;
    while (inner.type === "list" || inner.type === "map") {
      inner = inner.type === "list" ? inner.items : inner.values;
      if (inner.replaces === true) return true;
    }
    level = inner.type === "object" ? inner.object.properties : undefined;
  }
  return false;
}

/** Names on a path; indexes of lists and keys of maps are left out. */
function segmentsOf(path: string): readonly string[] {
  return path
    .replaceAll(/\[(?:\d+|"(?:[^"\\]|\\.)*")\]/g, "")
    .split(".")
    .filter((segment) => segment !== "");
}
