import type { AssessedMachine, Assessment } from "../../estate/assessment";
import { citationText } from "../citation-text";
import { counted } from "../../limits/counted";
import { valueText } from "../limits/value-text";
import { markdownRow, markdownText } from "../markdown-text";
import { azureMigrateQuestion, azureMigrateSource, reasonName, reasonText } from "./azure-migrate";
import { groupChanges } from "./changes";
import { whereToGet } from "./fact-sources";
import { groupFindings, missingFacts, type FindingGroup } from "./groups";
import type { ReportOptions } from "./render";

/** Machines named one by one: a summary in a pull request has a size limit, and readers have one too. */
const mostMachines = 200;

/** Machine names under a finding. */
const mostNames = 10;

/** A summary for a pull request or a CI job: totals, findings by rule, and the machines that are not ready. */
export function* markdownChunks(assessment: Assessment, options: ReportOptions): Generator<string> {
  const { summary } = assessment;
  yield `# Azure Site Recovery assessment\n\n`;
  yield `Edition ${assessment.edition}, as of ${assessment.asOf}`;
  yield options.sources === undefined || options.sources.length === 0
    ? ".\n\n"
    : `, from ${options.sources.map(markdownText).join(", ")}.\n\n`;
  yield markdownRow(["machines", "ready", "conditional", "unknown", "not ready"]);
  yield markdownRow(["---:", "---:", "---:", "---:", "---:"]);
  yield markdownRow([
    summary.machines,
    summary.ready,
    summary.conditional,
    summary.unknown,
    summary.notReady,
  ]);
  yield* findingsSection(assessment);
  yield* missingSection(assessment);
  yield* comparisonSection(assessment);
  yield* azureMigrateSection(assessment);
  yield* machinesSection(assessment);
}

function* findingsSection(assessment: Assessment): Generator<string> {
  const groups = groupFindings(assessment);
  yield "\n## Findings\n\n";
  if (groups.length === 0) yield "None.\n";
  for (const group of groups) {
    const { limit } = group;
    const value = valueText(limit.value, limit.unit, 6);
    yield `- **${group.severity}** ${group.ref} \`${group.rule}\`: ${who(assessment, group)}.\n`;
    yield `  ${markdownText(group.remedy)}\n`;
    yield `  ${value === "" ? "" : `Limit ${markdownText(value)}; `}edition ${limit.edition}: ${markdownText(citationText(limit.source))}.\n`;
  }
}

function who(assessment: Assessment, group: FindingGroup): string {
  if (group.machines.length === 0) return "the estate";
  const names = group.machines
    .slice(0, mostNames)
    .map((index) => markdownText(assessment.machines[index]?.name ?? ""));
  const rest = group.machines.length - names.length;
  return `${counted(group.machines.length, "machine")} (${names.join(", ")}${rest > 0 ? ` and ${rest} more` : ""})`;
}

function* missingSection(assessment: Assessment): Generator<string> {
  const facts = missingFacts(assessment);
  if (facts.length === 0) return;
  yield "\n## Facts that would decide more\n\n";
  yield markdownRow(["fact", "machines", "where to get it", "rules"]);
  yield markdownRow(["---", "---:", "---", "---"]);
  for (const { fact, machines, rules } of facts) {
    yield markdownRow([
      `\`${fact}\``,
      machines === 0 ? "estate" : machines,
      markdownText(whereToGet(fact)),
      rules.map((rule) => `\`${rule}\``).join(", "),
    ]);
  }
}

function* comparisonSection({ comparison }: Assessment): Generator<string> {
  if (comparison === undefined) return;
  const { editions, changed } = comparison;
  yield `\n## Edition ${editions[0]} against ${editions[1]}\n\n`;
  if (changed.length === 0) {
    yield "No machine is judged differently.\n";
    return;
  }
  yield markdownRow([
    ...editions,
    "machines",
    ...editions.map((edition) => `found by ${edition} only`),
    "which",
  ]);
  yield markdownRow(["---", "---", "---:", "---", "---", "---"]);
  for (const { verdicts, machines, onlyFirst, onlySecond } of groupChanges(comparison)) {
    const names = machines.slice(0, mostNames).map(({ name }) => markdownText(name));
    const rest = machines.length - names.length;
    yield markdownRow([
      ...verdicts,
      machines.length,
      ...[onlyFirst, onlySecond].map((rules) => rules.map((rule) => `\`${rule}\``).join(", ")),
      `${names.join(", ")}${rest > 0 ? ` and ${rest} more` : ""}`,
    ]);
  }
}

function* azureMigrateSection({ azureMigrate }: Assessment): Generator<string> {
  if (azureMigrate === undefined) return;
  const { machines, alike, classes } = azureMigrate;
  yield `\n## Azure Migrate's verdicts against these\n\n`;
  yield `${alike} of ${counted(machines, "machine")} alike. ${azureMigrateQuestion}\n\n`;
  yield markdownRow([
    "Azure Migrate",
    "here",
    "machines",
    "decided by",
    "machines with it",
    "why the verdicts differ",
  ]);
  yield markdownRow(["---", "---", "---:", "---", "---:", "---"]);
  for (const { azureMigrate: theirs, verdict, machines: concerned, reasons } of classes) {
    if (reasons.length === 0) yield markdownRow([theirs, verdict, concerned, "", "", "they do not"]);
    for (const [index, reason] of reasons.entries()) {
      yield markdownRow([
        ...(index === 0 ? [theirs, verdict, concerned] : ["", "", ""]),
        markdownText(reasonName(reason)),
        reason.machines,
        markdownText(reasonText(reason)),
      ]);
    }
  }
  yield `\nWhat Azure Migrate reviews: [${azureMigrateSource.title}](${azureMigrateSource.url}).\n`;
}

function* machinesSection(assessment: Assessment): Generator<string> {
  const open = assessment.machines.filter(({ verdict }) => verdict === "not-ready" || verdict === "unknown");
  if (open.length === 0) return;
  yield "\n## Machines that are not ready\n\n";
  yield markdownRow(["machine", "verdict", "why"]);
  yield markdownRow(["---", "---", "---"]);
  for (const machine of open.slice(0, mostMachines)) {
    yield markdownRow([markdownText(machine.name), machine.verdict, why(machine)]);
  }
  if (open.length > mostMachines) yield `\n… and ${counted(open.length - mostMachines, "more machine")}.\n`;
}

function why(machine: AssessedMachine): string {
  const errors = machine.findings.filter(({ severity, waiver }) => severity === "error" && waiver === null);
  if (errors.length > 0)
    return errors.map(({ ref, message }) => `${ref}: ${markdownText(message)}`).join("<br>");
  return `not known: ${machine.decisiveFactsMissing.map((fact) => `\`${fact}\``).join(", ")}`;
}
