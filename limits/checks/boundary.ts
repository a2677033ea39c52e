import type { Limit } from "../matrix/schema";
import { convert } from "../units";
import { isRecord, parsedOnce } from "./json";

/**
 * A bound as the matrix writes it: `{above: 1024}` excludes the number, `{atLeast: 1}` includes it;
 * `below` and `atMost` likewise.
 */
export interface Boundary {
  /** Whether a quantity keeps the bound; quantities are converted to the limit's own unit. */
  admits(quantity: number, unit: string): boolean;
  /** The bound in words with its unit: `more than 1024 MiB`. */
  readonly text: string;
}

const comparisons: Readonly<
  Record<string, { readonly words: string; readonly keeps: (seen: number, bound: number) => boolean }>
> = {
  above: { words: "more than", keeps: (seen, bound) => seen > bound },
  atLeast: { words: "at least", keeps: (seen, bound) => seen >= bound },
  below: { words: "less than", keeps: (seen, bound) => seen < bound },
  atMost: { words: "at most", keeps: (seen, bound) => seen <= bound },
};

/** @throws TypeError when the limit's value is no such bound: a fault of ours. */
export const boundaryOf = parsedOnce(parse);

function parse(limit: Limit): Boundary {
  const entries = isRecord(limit.value) ? Object.entries(limit.value) : [];
  const [name, bound] = entries[0] ?? [];
  const comparison = name === undefined ? undefined : comparisons[name];
  if (comparison === undefined || typeof bound !== "number" || entries.length !== 1) {
    throw new TypeError(`${limit.id} (${limit.edition}) is not a bound such as {atLeast: 1}`);
  }
  const unit = limit.unit ?? "";
  return {
    admits: (quantity, of) => comparison.keeps(convert(quantity, of, unit), bound),
    text: `${comparison.words} ${bound} ${unit}`.trim(),
  };
}
