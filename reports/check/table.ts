import Table from "cli-table3";
import { verdicts } from "../../limits/verdict";
import type { CheckedMachine, CheckedPlan, VaultCheck } from "../../operations/check/vault-check";
import { counted } from "../../limits/counted";
import { valueText } from "../limits/value-text";
import { printable } from "../printable-text";
import { noLines } from "../table-style";
import { plainTerminal, type Terminal } from "../terminal";
import { groupCheck, sourceText, subjectText } from "./groups";
import type { CheckReportOptions } from "./render";

/** Machines listed one by one; beyond that a terminal is the wrong place to read them. */
const mostMachines = 200;

/** Things named under a finding. */
const mostSubjects = 5;

/** The check for a terminal: machines worst first, plans with their drills, what to mend, the totals. */
export function* tableChunks(check: VaultCheck, options: CheckReportOptions): Generator<string> {
  const terminal = options.terminal ?? plainTerminal();
  const listed = worstFirst(check.machines).slice(0, mostMachines);
  if (listed.length > 0) yield `${machineTable(listed, terminal)}\n`;
  if (listed.length < check.machines.length) {
    yield `… and ${counted(check.machines.length - listed.length, "better machine")}; --format csv or html has more.\n`;
  }
  if (check.recoveryPlans.length > 0) yield `\n${planTable(check.recoveryPlans, terminal)}\n`;
  yield* findingLines(check, terminal);
  yield* driftLines(check, terminal);
  yield* openLines(check, terminal);
  yield `\n${summaryLine(check, terminal)}\n`;
}

/** `vault v1: not-ready. 12 machines: 7 ready, …`. */
export function summaryLine(check: VaultCheck, terminal: Terminal): string {
  const { summary } = check;
  const counts = [
    `${summary.ready} ${terminal.verdict("ready")}`,
    `${summary.conditional} ${terminal.verdict("conditional")}`,
    `${summary.unknown} ${terminal.verdict("unknown")}`,
    `${summary.notReady} ${terminal.verdict("not-ready")}`,
  ].join(", ");
  return (
    `Vault ${terminal.strong(printable(check.vault.name))}: ${terminal.verdict(check.verdict)}. ` +
    `${counted(summary.machines, "machine")}: ${counts}. ` +
    `${summary.plansProven} of ${counted(summary.recoveryPlans, "recovery plan")} proven within ${check.thresholds.drillInDays} days. ` +
    `Edition ${check.edition}, as of ${check.asOf}, read at ${check.readAt.slice(0, "yyyy-mm-ddThh:mm".length)}Z.`
  );
}

function worstFirst(machines: readonly CheckedMachine[]): readonly CheckedMachine[] {
  return [...machines].sort((a, b) => verdicts.indexOf(b.verdict) - verdicts.indexOf(a.verdict));
}

function tableOf(head: readonly string[], widths: readonly number[], terminal: Terminal): Table.Table {
  return new Table({
    head: head.map(terminal.strong),
    colWidths: [...widths],
    style: { head: [], border: [], "padding-left": 0, "padding-right": 2, compact: true },
    chars: noLines,
  });
}

function machineTable(machines: readonly CheckedMachine[], terminal: Terminal): string {
  const name = columnWidth(machines);
  const fixed = [13, 13, 10, 11];
  const rest = terminal.width - name - fixed.reduce((sum, width) => sum + width, 0);
  const table = tableOf(
    ["machine", "verdict", "replication", "RPO", "findings", "why"],
    [name, ...fixed, Math.max(rest, 30)],
    terminal,
  );
  for (const machine of machines) {
    const { rpoInMinutes, replicationHealth } = machine.state;
    table.push([
      printable(machine.name),
      terminal.verdict(machine.verdict),
      printable(replicationHealth ?? "not told"),
      rpoInMinutes === null ? "not told" : `${rpoInMinutes} min`,
      machine.findings.length,
      why(machine),
    ]);
  }
  return table.toString().replace(/ +$/gm, "");
}

function planTable(plans: readonly CheckedPlan[], terminal: Terminal): string {
  const table = tableOf(
    ["recovery plan", "verdict", "machines", "last drill that ended well"],
    [columnWidth(plans), 13, 10, 60],
    terminal,
  );
  for (const plan of plans) {
    const { lastDrill } = plan;
    table.push([
      printable(plan.name),
      terminal.verdict(plan.verdict),
      plan.machines,
      lastDrill === null
        ? "none known"
        : `${lastDrill.at.slice(0, "yyyy-mm-dd".length)}, ${counted(lastDrill.ageInDays, "day")} ago${lastDrill.by === "machines" ? ", machine by machine" : ""}`,
    ]);
  }
  return table.toString().replace(/ +$/gm, "");
}

function columnWidth(named: readonly { readonly name: string }[]): number {
  return Math.min(Math.max(Math.max(...named.map(({ name }) => name.length)) + 2, 15), 34);
}

function why(machine: CheckedMachine): string {
  const worst = machine.findings.find(({ severity }) => severity === "error") ?? machine.findings[0];
  if (machine.verdict === "unknown" && machine.undecided.length > 0)
    return printable(
      `not known: ${[...new Set(machine.undecided.flatMap(({ missing }) => missing))].join(", ")}`,
    );
  return worst === undefined ? "" : printable(`${worst.ref} ${worst.message}`);
}

function* findingLines(check: VaultCheck, terminal: Terminal): Generator<string> {
  for (const group of groupCheck(check)) {
    const names = group.findings.slice(0, mostSubjects).map(({ subject }) => printable(subject.name));
    const rest = group.findings.length - names.length;
    const value = group.limit === null ? "" : valueText(group.limit.value, group.limit.unit, 3);
    const first = group.findings[0];
    yield (
      `\n${terminal.severity(group.severity)} ${terminal.strong(`${group.ref} ${group.rule}`)}: ` +
      `${names.join(", ")}${rest > 0 ? ` and ${rest} more` : ""}${group.waived > 0 ? ` (${group.waived} waived)` : ""}\n`
    );
    if (first !== undefined) yield `  ${printable(`${subjectText(first)}: ${first.message}`)}\n`;
    yield `  ${printable(group.remedy)}\n`;
    const source = [value === "" ? "" : `limit ${value}`, first === undefined ? "" : sourceText(first)]
      .filter(Boolean)
      .join("; ");
    if (source !== "") yield `  ${terminal.faint(printable(source))}\n`;
  }
}

function* driftLines({ drift = [] }: VaultCheck, terminal: Terminal): Generator<string> {
  for (const { against, compared, entries, undecided } of drift) {
    const real = entries.filter(({ kind }) => kind !== "changed-by-service");
    yield `\n${terminal.strong(printable(`Against ${against}`))}: ${counted(compared, "thing")} compared, ${counted(real.length, "difference")}\n`;
    for (const { kind, what, name, property, planned, actual, reason } of entries) {
      const value = property === undefined ? "" : ` ${property}: ${planned ?? "none"} -> ${actual ?? "none"}`;
      yield `  ${kind} ${printable(`${what} ${name}${value}${reason === undefined ? "" : ` (${reason})`}`)}\n`;
    }
    for (const text of undecided) yield `  not compared: ${printable(text)}\n`;
  }
}

function* openLines(check: VaultCheck, terminal: Terminal): Generator<string> {
  if (check.unread.length > 0) {
    yield `\n${terminal.strong("What could not be read")}\n`;
    for (const { part, action, why, message, count } of check.unread) {
      yield `  ${printable(`${part}${count > 1 ? ` (${count})` : ""}: ${why}, needs ${action}: ${message}`)}\n`;
    }
  }
  const open = check.undecided;
  if (open.length > 0) {
    yield `\n${terminal.strong("What could not be decided")}\n`;
    for (const { ref, rule, subject, missing } of open) {
      yield `  ${printable(`${ref} ${rule} for ${subject.kind} ${subject.name}: ${missing.join(", ")}`)}\n`;
    }
  }
  const { eligibility, eligibilityNotAsked } = check.service;
  if (eligibility.length + eligibilityNotAsked > 0) {
    const refused = eligibility.filter(({ errors }) => errors.length > 0).length;
    yield `\nThe service was asked about ${counted(eligibility.length, "source VM")} and objects to ${refused}; ${eligibilityNotAsked} were not asked about (--eligibility).\n`;
  }
}
