import Table from "cli-table3";
import type { CataloguedLimit } from "../../limits/catalogue";
import type { EditionComparison, LimitChange } from "../../limits/edition-comparison";
import type { Edition } from "../../limits/editions";
import type { Limit } from "../../limits/matrix/schema";
import { citationText } from "../citation-text";
import type { Terminal } from "../terminal";
import { valueText } from "./value-text";

/** How much of a value a table shows; `--format json` has all of it. */
const mostItems = 6;
const mostCharacters = 240;

/** The catalogue as a terminal table: what is limited, to what, how gravely, and which rules check it where. */
export function limitsTable(limits: readonly CataloguedLimit[], terminal: Terminal): string {
  const widths = columnWidths(terminal.width, [3, 4, 0, 2]);
  const table = new Table({
    head: ["limit", "value", "severity", "checked at"].map(terminal.strong),
    colWidths: widths.map((width, index) => (index === 2 ? 10 : width)),
    wordWrap: true,
    wrapOnWordBoundary: true,
    style: { head: [], border: [] },
  });
  for (const limit of limits) {
    table.push([
      `${limit.title}\n${terminal.faint(broken(limit.id, widths[0]))}`,
      `${shortValue(limit)}\n${terminal.faint(citationText(limit.source))}`,
      terminal.severity(limit.severity),
      limit.checkedAt.length > 0 ? limit.checkedAt.join(", ") : (limit.reason ?? "nowhere yet"),
    ]);
  }
  return `${table.toString()}\n${limits.length} limits.\n`;
}

/** Changes between two editions, each with both citations. */
export function limitsDiffTable(
  from: Edition,
  to: Edition,
  { changes, onlyFrom, onlyTo }: EditionComparison,
  terminal: Terminal,
): string {
  const widths = columnWidths(terminal.width, [3, 4, 4]);
  const table = new Table({
    head: ["limit", from, to].map(terminal.strong),
    colWidths: widths,
    wordWrap: true,
    wrapOnWordBoundary: true,
    style: { head: [], border: [] },
  });
  const side = (limit: Limit): string =>
    [
      `${shortValue(limit)} ${terminal.severity(limit.severity)}`.trim(),
      terminal.faint(citationText(limit.source)),
    ].join("\n");
  for (const change of changes) {
    const limit = change.kind === "added" ? change.to : change.from;
    table.push([
      `${limit.title}\n${terminal.faint(`${broken(change.id, widths[0])}\n${change.scopes.join(", ")}`)}`,
      change.kind === "added" ? "not stated" : side(change.from),
      change.kind === "removed" ? "not stated" : side(change.to),
    ]);
  }
  const counted = (kind: LimitChange["kind"]): number => changes.filter((c) => c.kind === kind).length;
  const alone = (edition: Edition, scopes: readonly string[]): string =>
    scopes.length === 0 ? "" : `Documented by ${edition} alone: ${scopes.join(", ")}.\n`;
  return `${table.toString()}\n${alone(from, onlyFrom)}${alone(to, onlyTo)}${counted("changed")} changed, ${counted("added")} added, ${counted("removed")} removed.\n`;
}

function shortValue(limit: Limit): string {
  const text = valueText(limit.value, limit.unit, mostItems);
  return text.length <= mostCharacters ? text : `${text.slice(0, mostCharacters)}…`;
}

/** An id over several lines: the table would cut a word that is wider than its column. */
function broken(id: string, columnWidth = Infinity): string {
  const width = columnWidth - 2;
  const lines: string[] = [];
  let rest = id;
  while (rest.length > width) {
    const place = Math.max(rest.lastIndexOf(".", width - 1), rest.lastIndexOf("-", width - 1));
    const end = place <= 0 ? width : place + 1;
    lines.push(rest.slice(0, end));
    rest = rest.slice(end);
  }
  return [...lines, rest].join("\n");
}

/** Shares the terminal's width by weight; a weight of 0 stands for a column of fixed width 10. */
function columnWidths(width: number, weights: readonly number[]): number[] {
  const fixed = weights.filter((weight) => weight === 0).length * 10;
  const free = Math.max(width - weights.length - 1 - fixed, 20 * weights.length);
  const sum = weights.reduce((total, weight) => total + weight, 0);
  return weights.map((weight) => (weight === 0 ? 10 : Math.floor((free * weight) / sum)));
}
