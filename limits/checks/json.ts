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

/** A text of a record in the matrix. @throws TypeError when there is none: a fault of ours. */
export function textIn(record: JsonRecord, key: string): string {
  const value = record[key];
  if (typeof value !== "string") throw new TypeError(`"${key}" is no text`);
  return value;
}

/** A list of texts of a record; none where the key is absent. */
export function textsIn(record: JsonRecord, key: string): readonly string[] {
  const value = record[key];
  return Array.isArray(value)
    ? (value as readonly JsonValue[]).filter((item) => typeof item === "string")
    : [];
}

/** A number of a record in the matrix. @throws TypeError when there is none: a fault of ours. */
export function numberIn(record: JsonRecord, key: string): number {
  const value = record[key];
  if (typeof value !== "number") throw new TypeError(`"${key}" is no number`);
  return value;
}
