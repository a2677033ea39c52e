import type { JsonValue, Limit } from "../matrix/schema";

export type JsonRecord = { readonly [key: string]: JsonValue };

export function isRecord(value: unknown): value is JsonRecord {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** Remembers what a limit's value was parsed into: lists are parsed once, not for every machine. */
export function parsedOnce<T>(parse: (limit: Limit) => T): (limit: Limit) => T {
  const known = new WeakMap<Limit, T>();
  return (limit) => {
    let value = known.get(limit);
    if (value === undefined) {
      value = parse(limit);
      known.set(limit, value);
    }
    return value;
  };
}
