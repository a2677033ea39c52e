import Table from "cli-table3";
import type { DrillEvidence } from "../../operations/drill/evidence";
import { printable } from "../printable-text";
import { noLines } from "../table-style";
import { plainTerminal, type Terminal } from "../terminal";
import { durationText, timeText } from "./duration-text";
import { cleanupText, measuredRtoText, outcomeWords, probesText, wholeRtoLabel } from "./words";

/** A drill for the terminal. */
export function drillTable(evidence: DrillEvidence, terminal: Terminal = plainTerminal()): string {
  const { plan, outcome, reasons, preflight, machines, cleanup, rto } = evidence;
  const lines = [
    `${terminal.strong(`Drill of ${printable(plan.name)}`)}: ${terminal.strong(outcomeWords[outcome])}`,
    `${timeText(evidence.startedAt)} to ${timeText(evidence.endedAt)}, network ${printable(evidence.network.id)}`,
    "",
  ];
  const noted = preflight.filter(({ status }) => status !== "ok");
  if (noted.length > 0) {
    lines.push(terminal.strong("Preflight"));
    for (const { status, subject, message, remedy } of noted) {
      lines.push(
        `  ${status}  ${printable(subject)}: ${printable(message)}${remedy ? ` ${printable(remedy)}` : ""}`,
      );
    }
    lines.push("");
  }
  if (machines.length > 0) {
    const table = new Table({
      head: ["Machine", "Group", "Test failover", "RTO", "RPO", "Probes", "Address"].map(terminal.strong),
      chars: noLines,
      style: { head: [], border: [], "padding-left": 0, "padding-right": 2 },
    });
    for (const machine of machines) {
      table.push([
        printable(machine.name),
        printable(machine.group),
        printable(machine.state),
        measuredRtoText(machine.rto),
        durationText(machine.rpoSeconds),
        probesText(machine),
        machine.testMachine?.addresses.join(", ") ?? "",
      ]);
    }
    lines.push(
      table.toString(),
      "",
      `${wholeRtoLabel(plan)}: ${measuredRtoText(rto)}`,
      `Clean-up: ${printable(cleanupText(cleanup))}`,
    );
  }
  if (reasons.length > 0)
    lines.push(
      "",
      terminal.strong("Why it did not pass"),
      ...reasons.map((reason) => `  ${printable(reason)}`),
    );
  if (cleanup.status === "kept") lines.push("", printable(cleanup.notes));
  return `${lines.map((line) => line.trimEnd()).join("\n")}\n`;
}
