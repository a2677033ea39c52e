import type { JsonValue } from "./matrix/schema";

/** How the matrix writes a bound with its side, and how people read it. */
export const boundWords = {
  above: "more than",
  atLeast: "at least",
  below: "less than",
  atMost: "at most",
} as const;

export type BoundSide = keyof typeof boundWords;

/** `at least 2048` for `{atLeast: 2048}`; undefined for values that are no bound. */
export function boundText(value: JsonValue): string | undefined {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return undefined;
  const entries = Object.entries(value);
  const [side, bound] = entries[0] ?? [];
  if (entries.length !== 1 || side === undefined || !Object.hasOwn(boundWords, side)) return undefined;
  return typeof bound === "number" || typeof bound === "string"
    ? `${boundWords[side as BoundSide]} ${bound}`
    : undefined;
}
