import { boundText, type BoundSide } from "../bounds";
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

const comparisons: Readonly<Record<BoundSide, (seen: number, bound: number) => boolean>> = {
  above: (seen, bound) => seen > bound,
  atLeast: (seen, bound) => seen >= bound,
  below: (seen, bound) => seen < bound,
  atMost: (seen, bound) => seen <= bound,
};

/** @throws TypeError when the limit's value is no such bound: a fault of ours. */
export const boundaryOf = parsedOnce(parse);

function parse(limit: Limit): Boundary {
  const text = boundText(limit.value);
  const [side, bound] = isRecord(limit.value) ? (Object.entries(limit.value)[0] ?? []) : [];
  if (text === undefined || typeof bound !== "number") {
    throw new TypeError(`${limit.id} (${limit.edition}) is not a bound such as {atLeast: 1}`);
  }
  const keeps = comparisons[side as BoundSide];
  const unit = limit.unit ?? "";
  return {
    admits: (quantity, of) => keeps(convert(quantity, of, unit), bound),
    text: `${text} ${unit}`.trim(),
  };
}
