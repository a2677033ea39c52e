/** A planned quantity with the way it was computed. */
export interface Figure {
  /** `null`: not known, because `lacks` is. Never 0 in its place. */
  readonly value: number | null;
  readonly unit: string;
  /** How it is computed, with the numbers that went in. */
  readonly formula: string;
  /** Document, rule or option that the formula follows. */
  readonly source: string;
  /** Facts that are missing, or whose machines' are; the value is then null, or a least one. */
  readonly lacks?: readonly string[];
}

/** Digits after the point of figures that people read. */
const digits = 2;

/** To two digits; what is needed is rounded up, so that a rounded figure is never too little. */
export function rounded(value: number, direction: "nearest" | "up" = "nearest"): number {
  if (!Number.isFinite(value)) return value;
  const factor = 10 ** digits;
  const scaled = value * factor;
  // 1.1 * 100 is a hair above 110: that is no reason to say 1.11.
  const up = Math.ceil(scaled - scaled * Number.EPSILON * 4);
  return (direction === "up" ? up : Math.round(scaled)) / factor;
}

/** Sum of known values; undefined as soon as one is not known. */
export function sumOf(values: Iterable<number | undefined>): number | undefined {
  let sum = 0;
  for (const value of values) {
    if (value === undefined) return undefined;
    sum += value;
  }
  return sum;
}
