import Table from "cli-table3";
import type { CataloguedLimit, LimitChange } from "../../limits/catalogue";
import type { Edition } from "../../limits/editions";
import type { Limit } from "../../limits/matrix/schema";
import { citationText } from "../citation-text";
import type { Terminal } from "../terminal";
import { valueText } from "./value-text";

/** Items of a list shown in a table; `--format json` has all of them. */
const mostItems = 6;

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
      `${limit.title}\n${terminal.faint(limit.id)}`,
      `${valueText(limit.value, limit.unit, mostItems)}\n${terminal.faint(citationText(limit.source))}`,
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
  changes: readonly LimitChange[],
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
      `${valueText(limit.value, limit.unit, mostItems)} ${terminal.severity(limit.severity)}`.trim(),
      terminal.faint(citationText(limit.source)),
    ].join("\n");
  for (const change of changes) {
    const limit = change.kind === "added" ? change.to : change.from;
    table.push([
      `${limit.title}\n${terminal.faint(change.id)}`,
      change.kind === "added" ? "not stated" : side(change.from),
      change.kind === "removed" ? "not stated" : side(change.to),
    ]);
  }
  const counted = (kind: LimitChange["kind"]): number => changes.filter((c) => c.kind === kind).length;
  return `${table.toString()}\n${counted("changed")} changed, ${counted("added")} added, ${counted("removed")} removed.\n`;
}

/** Shares the terminal's width by weight; a weight of 0 stands for a column of fixed width 10. */
function columnWidths(width: number, weights: readonly number[]): number[] {
  const fixed = weights.filter((weight) => weight === 0).length * 10;
  const free = Math.max(width - weights.length - 1 - fixed, 20 * weights.length);
  const sum = weights.reduce((total, weight) => total + weight, 0);
  return weights.map((weight) => (weight === 0 ? 10 : Math.floor((free * weight) / sum)));
}
