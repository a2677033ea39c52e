import type { Figure } from "../../estate/planning/figure";

/** `12 servers`, or `unknown (churn of 3 machines)`. */
export function figureText({ value, unit, lacks = [] }: Figure): string {
  const without = lacks.length === 0 ? "" : ` (not known: ${lacks.join("; ")})`;
  // Units of many but Mbps are plurals.
  const own = value === 1 && unit !== "Mbps" ? unit.replace(/s$/, "") : unit;
  return value === null ? `unknown${without}` : `${value} ${own}${without}`;
}

/** A sum that lacks parts is a least one. */
export function leastText(figure: Figure): string {
  const least = figure.value !== null && (figure.lacks ?? []).length > 0;
  return `${least ? "at least " : ""}${figureText(figure)}`;
}

/** A number with its unit, or `unknown`. */
export function knownText(value: number | null, unit: string): string {
  return value === null ? "unknown" : `${value} ${unit}`;
}
