import type { Deployed } from "../deployed";

/** What a component registered, resource by resource (`storage:StorageAccount dr-account`), value by value. */
export type Leaves = ReadonlyMap<string, ReadonlyMap<string, unknown>>;

/** What two deployments differ in. */
export interface Changes {
  /** New values by `<resource>: <property path>`; undefined where there is none any more. */
  readonly values: Readonly<Record<string, unknown>>;
  readonly appearing: readonly string[];
  readonly disappearing: readonly string[];
}

/** @param more leaves of things that are no resources, by their names. */
export function leavesOf(
  { resources }: Deployed<unknown>,
  more: Readonly<Record<string, unknown>> = {},
): Leaves {
  return new Map([
    ...resources.map(
      ({ type, name, inputs, id }) =>
        [`${shortened(type)} ${name}`, new Map([...leaves(inputs, ""), ...leaves(id, "id")])] as const,
    ),
    ...Object.entries(more).map(([name, value]) => [name, new Map(leaves(value, ""))] as const),
  ]);
}

export function changes(before: Leaves, after: Leaves): Changes {
  const values = [...after].flatMap(([resource, now]) => {
    const earlier = before.get(resource);
    if (earlier === undefined) return [];
    return [...new Set([...earlier.keys(), ...now.keys()])]
      .filter((path) => earlier.get(path) !== now.get(path))
      .map((path) => [`${resource}: ${path}`, now.get(path)] as const);
  });
  return {
    values: Object.fromEntries(values),
    appearing: [...after.keys()].filter((resource) => !before.has(resource)),
    disappearing: [...before.keys()].filter((resource) => !after.has(resource)),
  };
}

/** Values by their paths; nothing is told of an empty list or object. */
function leaves(value: unknown, path: string): readonly (readonly [string, unknown])[] {
  if (value === undefined) return [];
  if (typeof value !== "object" || value === null) return [[path, value]];
  return Object.entries(value).flatMap(([key, part]) =>
    leaves(part, Array.isArray(value) ? `${path}[${key}]` : path === "" ? key : `${path}.${key}`),
  );
}

function shortened(type: string): string {
  return type.replace(/^(?:azure-native:|azure-siterecovery:index:)/, "");
}
