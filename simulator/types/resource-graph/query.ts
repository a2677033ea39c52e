import { ArmError } from "../../arm/arm-error";
import type { JsonObject } from "../../json";

/** A row of the table `Resources`. */
export type Row = JsonObject;
type Step = (rows: readonly Row[]) => readonly Row[];

/** What of the Kusto query language is evaluated; the rest is refused rather than answered wrongly. */
export const evaluated =
  "`Resources`, then `where type in~ ('…', …)`, `where COLUMN == '…'` (or `=~`), `project COLUMN, …`, `order by COLUMN asc` (or `desc`) and `limit N`";

/**
 * Reads a query of the part of Kusto that is evaluated.
 *
 * @throws ArmError 400 naming what is not.
 */
export function parseQuery(text: string): Step {
  const [table = "", ...operators] = splitOutsideText(text, "|").map((part) => part.trim());
  if (!/^resources$/i.test(table)) throw notEvaluated(table);
  const steps = operators.map(stepOf);
  return (rows) => steps.reduce((found, step) => step(found), rows);
}

function stepOf(operator: string): Step {
  const [, column = "", comparison = "", operand = ""] =
    /^where\s+(\w+)\s*(==|=~|in~|in)\s*(.+)$/is.exec(operator) ?? [];
  if (column !== "") return where(operator, column, comparison.toLowerCase(), operand);
  const project = /^project\s+([\w\s,]+)$/i.exec(operator)?.[1];
  if (project !== undefined) {
    const names = project.split(",").map((name) => name.trim());
    return (rows) => rows.map((row) => Object.fromEntries(names.map((name) => [name, row[name] ?? null])));
  }
  const [, by, direction] = /^(?:order|sort)\s+by\s+(\w+)(?:\s+(asc|desc))?$/i.exec(operator) ?? [];
  if (by !== undefined) {
    // Kusto's own default is descending.
    const sign = direction?.toLowerCase() === "asc" ? 1 : -1;
    return (rows) => [...rows].sort((left, right) => sign * compared(left[by], right[by]));
  }
  const limit = /^(?:limit|take)\s+(\d+)$/i.exec(operator)?.[1];
  if (limit !== undefined) return (rows) => rows.slice(0, Number(limit));
  throw notEvaluated(operator);
}

function where(operator: string, column: string, comparison: string, operand: string): Step {
  const isList = comparison.startsWith("in");
  const inner = isList ? /^\((.*)\)$/s.exec(operand.trim())?.[1] : operand;
  const wanted = inner === undefined ? [] : splitOutsideText(inner, ",").map((part) => textOf(part.trim()));
  if (wanted.length === 0 || wanted.includes(undefined)) throw notEvaluated(operator);
  const fold = (value: unknown) =>
    typeof value !== "string" ? undefined : comparison.endsWith("~") ? value.toLowerCase() : value;
  const values = new Set(wanted.map(fold));
  return (rows) => rows.filter((row) => values.has(fold(row[column])));
}

/** A literal text; undefined for anything else. */
function textOf(part: string): string | undefined {
  const literal = /^'([^'\\]*)'$|^"([^"\\]*)"$/.exec(part);
  return literal?.[1] ?? literal?.[2];
}

function splitOutsideText(text: string, separator: string): readonly string[] {
  const parts: string[] = [];
  let part = "";
  let quote: string | undefined;
  for (const character of text) {
    if (quote === undefined && (character === "'" || character === '"')) quote = character;
    else if (character === quote) quote = undefined;
    if (character === separator && quote === undefined) {
      parts.push(part);
      part = "";
    } else part += character;
  }
  return [...parts, part];
}

/** Texts by their code units; what is none comes first, as it stands. */
function compared(left: unknown, right: unknown): number {
  const [one, other] = [left, right].map((value) => (typeof value === "string" ? value : ""));
  if (one === undefined || other === undefined || one === other) return 0;
  return one < other ? -1 : 1;
}

function notEvaluated(part: string): ArmError {
  return new ArmError(
    400,
    "BadRequest",
    `The simulator does not evaluate '${part}' of this query. It knows ${evaluated}.`,
    { details: [{ code: "InvalidQuery", message: `Query is invalid: '${part}'.` }] },
  );
}
