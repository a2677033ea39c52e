import type { JsonValue, Limit } from "../matrix/schema";
import { isRecord, parsedOnce } from "./json";

/** The limit's value as a regular expression, compiled once. @throws SyntaxError for a broken one: a fault of ours. */
export const patternOf = parsedOnce((limit) => new RegExp(textOf(limit.value, limit)));

/** A field of a limit whose value is a record. @throws TypeError where there is none: a fault of ours. */
export function fieldOf(limit: Limit, field: string): JsonValue {
  const value = isRecord(limit.value) ? limit.value[field] : undefined;
  if (value === undefined) throw new TypeError(`${limit.id} (${limit.edition}) has no field ${field}`);
  return value;
}

/** A list of strings in a field of the limit's value. */
export function listField(limit: Limit, field: string): readonly string[] {
  const value = fieldOf(limit, field);
  if (!Array.isArray(value)) throw new TypeError(`${limit.id} (${limit.edition}): ${field} is no list`);
  return value.filter((item): item is string => typeof item === "string");
}

/** A string in a field of the limit's value. */
export function textField(limit: Limit, field: string): string {
  return textOf(fieldOf(limit, field), limit);
}

/** A number in a field of the limit's value. */
export function numberField(limit: Limit, field: string): number {
  const value = fieldOf(limit, field);
  if (typeof value !== "number") throw new TypeError(`${limit.id} (${limit.edition}): ${field} is no number`);
  return value;
}

function textOf(value: JsonValue, limit: Limit): string {
  if (typeof value !== "string") throw new TypeError(`${limit.id} (${limit.edition}) is not a string`);
  return value;
}
