import type { Figure } from "../../estate/planning/figure";

/** `12 servers`, or `unknown (churn of 3 machines)`. */
export function figureText({ value, unit, lacks = [] }: Figure): string {
  const without = lacks.length === 0 ? "" : ` (not known: ${lacks.join("; ")})`;
  return value === null ? `unknown${without}` : `${value} ${unitText(value, unit)}${without}`;
}

/** Units are plurals, but for those that are rates. */
function unitText(value: number, unit: string): string {
  return value === 1 && unit !== "Mbps" ? unit.replace(/s$/, "") : unit;
}

/** A sum that lacks parts is a least one. */
export function leastText(figure: Figure): string {
  const least = figure.value !== null && (figure.lacks ?? []).length > 0;
  return `${least ? "at least " : ""}${figureText(figure)}`;
}

/** A number with its unit, or `unknown`. */
export function knownText(value: number | null, unit: string): string {
  return value === null ? "unknown" : `${value} ${unitText(value, unit)}`;
}
