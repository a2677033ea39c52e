import type { JsonObject } from "../../../json";

/** The fields of `given` that are there, of these names. */
export function picked(given: JsonObject, names: readonly string[]): JsonObject {
  return Object.fromEntries(
    names.filter((name) => given[name] !== undefined).map((name) => [name, given[name]]),
  );
}

/** A field under another name, where it is given. */
export function renamed(given: JsonObject, from: string, to: string): JsonObject {
  return given[from] === undefined ? {} : { [to]: given[from] };
}
