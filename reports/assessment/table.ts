import Table from "cli-table3";
import type { AssessedMachine, Assessment, AssessmentSummary } from "../../estate/assessment";
import { verdicts } from "../../limits/verdict";
import { citationText } from "../citation-text";
import { counted } from "../../limits/counted";
import { valueText } from "../limits/value-text";
import { printable } from "../printable-text";
import { noLines } from "../table-style";
import { plainTerminal, type Terminal } from "../terminal";
import { azureMigrateQuestion, reasonName, reasonText } from "./azure-migrate";
import { groupChanges } from "./changes";
import { whereToGet } from "./fact-sources";
import { groupFindings, missingFacts } from "./groups";
import type { ReportOptions } from "./render";

/** Machines listed one by one; beyond that a terminal is the wrong place to read them. */
const mostMachines = 1000;

/** Facts listed as missing; the HTML report has all of them. */
const mostFacts = 5;

/** Machines named of those that two editions judge differently in one way; CSV and JSON have all. */
const mostNames = 10;

/** Reasons listed for a pair of verdicts; the other reports have all. */
const mostReasons = 8;

/** The assessment for a terminal: machines worst first, then what to mend, then the totals. */
export function* tableChunks(assessment: Assessment, options: ReportOptions): Generator<string> {
  const terminal = options.terminal ?? plainTerminal();
  const listed = worstFirst(assessment.machines).slice(0, mostMachines);
  if (listed.length > 0) yield `${machineTable(listed, terminal)}\n`;
  if (listed.length < assessment.machines.length) {
    yield `… and ${counted(assessment.machines.length - listed.length, "better machine")}; --format csv or html has all.\n`;
  }
  yield* findingLines(assessment, terminal);
  yield* missingLines(assessment, terminal);
  yield* waiverLines(assessment, terminal);
  yield* comparisonLines(assessment, terminal);
  yield* azureMigrateLines(assessment, terminal);
  yield `\n${summaryLine(assessment, terminal)}\n`;
}

/** `12 machines: 7 ready, …, edition 2019-05, as of 2026-01-31`. */
export function summaryLine(assessment: Assessment, terminal: Terminal): string {
  const { summary } = assessment;
  return (
    `${terminal.strong(counted(summary.machines, "machine"))}: ${verdictCounts(summary, terminal)}. ` +
    `Edition ${assessment.edition}, as of ${assessment.asOf}.`
  );
}

function verdictCounts(summary: AssessmentSummary, terminal: Terminal): string {
  return [
    `${summary.ready} ${terminal.verdict("ready")}`,
    `${summary.conditional} ${terminal.verdict("conditional")}`,
    `${summary.unknown} ${terminal.verdict("unknown")}`,
    `${summary.notReady} ${terminal.verdict("not-ready")}`,
  ].join(", ");
}

function worstFirst(machines: readonly AssessedMachine[]): readonly AssessedMachine[] {
  return [...machines].sort((a, b) => verdicts.indexOf(b.verdict) - verdicts.indexOf(a.verdict));
}

function machineTable(machines: readonly AssessedMachine[], terminal: Terminal): string {
  const nameWidth = clamp(Math.max(...machines.map(({ name }) => name.length)) + 2, 10, 34);
  const fixed = { verdict: 13, findings: 10, undecided: 11 };
  const rest = terminal.width - nameWidth - fixed.verdict - fixed.findings - fixed.undecided;
  const table = new Table({
    head: ["machine", "verdict", "findings", "undecided", "why"].map(terminal.strong),
    colWidths: [nameWidth, fixed.verdict, fixed.findings, fixed.undecided, Math.max(rest, 30)],
    colAligns: ["left", "left", "right", "right", "left"],
    style: { head: [], border: [], "padding-left": 0, "padding-right": 2, compact: true },
    chars: noLines,
  });
  for (const machine of machines) {
    table.push([
      printable(machine.name),
      terminal.verdict(machine.verdict),
      machine.findings.length,
      machine.coverage.undecided,
      why(machine),
    ]);
  }
  return table.toString().replace(/ +$/gm, "");
}

function why(machine: AssessedMachine): string {
  if (machine.verdict === "unknown")
    return printable(`not known: ${machine.decisiveFactsMissing.join(", ")}`);
  const worst = machine.findings.find(({ severity }) => severity === "error") ?? machine.findings[0];
  return worst === undefined ? "" : printable(`${worst.ref} ${worst.message}`);
}

function* findingLines(assessment: Assessment, terminal: Terminal): Generator<string> {
  for (const group of groupFindings(assessment)) {
    const { limit } = group;
    const who = group.machines.length === 0 ? "the estate" : counted(group.machines.length, "machine");
    const value = valueText(limit.value, limit.unit, 3);
    yield (
      `\n${terminal.severity(group.severity)} ${terminal.strong(who)}` +
      `${group.waived > 0 ? ` (${group.waived} waived)` : ""}: ${printable(group.remedy)}\n`
    );
    yield `  ${group.ref} ${group.rule}\n`;
    yield `  ${terminal.faint(`${value === "" ? "" : `limit ${value}; `}edition ${limit.edition}: ${citationText(limit.source)}`)}\n`;
  }
}

function* missingLines(assessment: Assessment, terminal: Terminal): Generator<string> {
  const facts = missingFacts(assessment);
  if (facts.length === 0) return;
  yield `\n${terminal.strong("Facts that would decide more")}\n`;
  for (const { fact, machines } of facts.slice(0, mostFacts)) {
    yield `  ${printable(fact)}: ${machines === 0 ? "the estate" : counted(machines, "machine")}\n`;
    yield `    ${terminal.faint(whereToGet(fact))}\n`;
  }
  if (facts.length > mostFacts) {
    yield `  … and ${facts.length - mostFacts} more; --format markdown or html has all, with where to get them\n`;
  }
}

function* waiverLines({ waivers }: Assessment, terminal: Terminal): Generator<string> {
  if (waivers.expired.length + waivers.unused.length === 0) return;
  yield `\n${terminal.strong("Waivers that do nothing")}\n`;
  for (const { rule, subject, owner, expires } of waivers.expired) {
    yield `  ${printable(`${rule} for ${subject} (${owner}) expired on ${expires}`)}\n`;
  }
  for (const { rule, subject, owner } of waivers.unused) {
    yield `  ${printable(`${rule} for ${subject} (${owner}) names nothing that was found`)}\n`;
  }
}

function* comparisonLines({ comparison }: Assessment, terminal: Terminal): Generator<string> {
  if (comparison === undefined) return;
  const { editions, summaries, changed } = comparison;
  yield `\n${terminal.strong(`Edition ${editions[0]} against ${editions[1]}`)}: ${counted(changed.length, "machine")} judged differently\n`;
  for (const [index, edition] of editions.entries()) {
    const summary = summaries[index];
    if (summary !== undefined) yield `  ${edition}: ${verdictCounts(summary, terminal)}\n`;
  }
  for (const { verdicts: pair, onlyFirst, onlySecond, machines } of groupChanges(comparison)) {
    const [before, after] = pair;
    const rules = [...onlyFirst.map((rule) => `-${rule}`), ...onlySecond.map((rule) => `+${rule}`)].join(" ");
    const names = machines.slice(0, mostNames).map(({ name }) => name);
    const more = machines.length - names.length;
    yield `  ${counted(machines.length, "machine")}: ${terminal.verdict(before)} -> ${terminal.verdict(after)} ${terminal.faint(rules)}\n`;
    yield `    ${printable(`${names.join(", ")}${more > 0 ? ` and ${more} more` : ""}`)}\n`;
  }
}

/** Azure Migrate's verdicts beside ours: a line a pair of verdicts, and under it why they differ. */
function* azureMigrateLines({ azureMigrate }: Assessment, terminal: Terminal): Generator<string> {
  if (azureMigrate === undefined) return;
  const { machines, alike, classes } = azureMigrate;
  yield `\n${terminal.strong("Azure Migrate's verdicts against these")}: ${alike} of ${counted(machines, "machine")} alike\n`;
  yield `  ${terminal.faint(azureMigrateQuestion)}\n`;
  for (const { azureMigrate: theirs, verdict, machines: concerned, reasons } of classes) {
    yield `\n  ${terminal.verdict(theirs)} there, ${terminal.verdict(verdict)} here: ${counted(concerned, "machine")}\n`;
    for (const reason of reasons.slice(0, mostReasons)) {
      yield `    ${String(reason.machines).padStart(6)}  ${printable(`${reasonName(reason)}. ${reasonText(reason)}`)}\n`;
    }
    if (reasons.length > mostReasons)
      yield `    … and ${counted(reasons.length - mostReasons, "rarer reason")}\n`;
  }
}

function clamp(value: number, least: number, most: number): number {
  return Math.min(Math.max(value, least), most);
}
