import Table from "cli-table3";
import { worstRpoSeconds, type DrillHistory, type PastDrill } from "../../operations/drill/history";
import { markdownRow, markdownText } from "../markdown-text";
import { printable } from "../printable-text";
import { noLines } from "../table-style";
import { plainTerminal, type Terminal } from "../terminal";
import { durationText, timeText, trendText } from "./duration-text";
import { outcomeWords, rtoText } from "./words";

const head = ["Drill", "Outcome", "RTO", "Oldest point", "Machines", "Evidence"] as const;

/** The history for the terminal: a table a plan. */
export function historyTable(history: DrillHistory, terminal: Terminal = plainTerminal()): string {
  if (history.plans.length === 0) return "No evidence of a drill lies here.\n";
  const lines = history.plans.flatMap((plan) => {
    const table = new Table({
      head: head.map(terminal.strong),
      chars: noLines,
      style: { head: [], border: [], "padding-left": 0, "padding-right": 2 },
    });
    for (const drill of plan.drills) table.push(cells(drill).map(printable));
    return [
      terminal.strong(printable(plan.planName)),
      terminal.faint(printable(plan.planId)),
      table.toString(),
      lastLine(plan.lastPassedAt, plan.rtoTrendSeconds, plan.rpoTrendSeconds),
      "",
    ];
  });
  return `${[...lines, ...unreadable(history)].map((line) => line.trimEnd()).join("\n")}\n`;
}

/** The same as Markdown. */
export function historyMarkdown(history: DrillHistory): string {
  const plans = history.plans.map(
    (plan) =>
      `## ${markdownText(plan.planName)}\n\n${markdownText(plan.planId)}\n\n` +
      markdownRow([...head]) +
      markdownRow(head.map(() => "---")) +
      plan.drills.map((drill) => markdownRow(cells(drill).map(markdownText))).join("") +
      `\n${lastLine(plan.lastPassedAt, plan.rtoTrendSeconds, plan.rpoTrendSeconds)}\n`,
  );
  return `# Drills\n\n${plans.join("\n")}${unreadable(history)
    .map((line) => `\n${markdownText(line)}\n`)
    .join("")}`;
}

function cells({ evidence, folder, isUnchanged }: PastDrill): string[] {
  return [
    timeText(evidence.startedAt),
    outcomeWords[evidence.outcome],
    rtoText(evidence.rto),
    durationText(worstRpoSeconds(evidence)),
    String(evidence.machines.length),
    isUnchanged ? folder : `${folder} (changed)`,
  ];
}

function lastLine(lastPassedAt: string | null, rto: number | null, rpo: number | null): string {
  const last = lastPassedAt === null ? "Never passed." : `Last passed ${timeText(lastPassedAt)}.`;
  const trends = [
    ...(rto === null ? [] : [`RTO ${trendText(rto)}`]),
    ...(rpo === null ? [] : [`RPO ${trendText(rpo)}`]),
  ];
  return trends.length === 0 ? last : `${last} Against the drill before: ${trends.join(", ")}.`;
}

function unreadable(history: DrillHistory): readonly string[] {
  return history.unreadable.map(({ folder, why }) => `${folder} holds no readable evidence: ${why}`);
}
