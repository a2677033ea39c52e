/**
 * Reading facts that may be absent, null or of a wrong type. Rules go through these functions, so that
 * odd input is an unknown fact: never an exception, never a pass.
 */

export function knownNumber(value: unknown): number | undefined {
  return typeof value === "number" && Number.isFinite(value) ? value : undefined;
}

export function knownString(value: unknown): string | undefined {
  return typeof value === "string" && value.trim() !== "" ? value.trim() : undefined;
}

export function knownBoolean(value: unknown): boolean | undefined {
  return typeof value === "boolean" ? value : undefined;
}

/** A list of objects; elements that are no objects become objects without facts. */
export function knownObjects<T extends object>(
  value: readonly T[] | null | undefined,
): readonly Partial<T>[] | undefined {
  if (!Array.isArray(value)) return undefined;
  return (value as readonly unknown[]).map((item) =>
    typeof item === "object" && item !== null ? (item as Partial<T>) : {},
  );
}

/** The strings of a list; undefined where there is no list. */
export function knownStrings(value: unknown): readonly string[] | undefined {
  if (!Array.isArray(value)) return undefined;
  return value.filter((item): item is string => typeof item === "string");
}

/** An object's facts, or none of them. */
export function knownObject<T extends object>(value: T | null | undefined): Partial<T> {
  return typeof value === "object" && value !== null ? value : {};
}

/** The facts without those that are undefined. */
export function known<T extends object>(facts: T): T {
  return Object.fromEntries(Object.entries(facts).filter(([, value]) => value !== undefined)) as T;
}
