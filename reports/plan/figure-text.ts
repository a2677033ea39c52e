import type { Figure } from "../../estate/planning/figure";

/** `12 servers`, or `unknown (churn of 3 machines)`. */
export function figureText({ value, unit, lacks = [] }: Figure): string {
  const without = lacks.length === 0 ? "" : ` (not known: ${lacks.join("; ")})`;
  return value === null ? `unknown${without}` : `${value} ${unit}${without}`;
}

/** A number with its unit, or `unknown`. */
export function knownText(value: number | null, unit: string): string {
  return value === null ? "unknown" : `${value} ${unit}`;
}
