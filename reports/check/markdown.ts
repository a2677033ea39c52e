import type { VaultCheck } from "../../operations/check/vault-check";
import { counted } from "../../limits/counted";
import { markdownRow, markdownText } from "../markdown-text";
import { groupCheck, sourceText } from "./groups";

/** Machines named one by one: a summary of a CI job has a size limit, and readers have one too. */
const mostMachines = 200;
const mostNames = 10;

/** A summary for a CI job or a chat: totals, plans with their drills, findings by rule, machines that are not ready. */
export function* markdownChunks(check: VaultCheck): Generator<string> {
  const { summary } = check;
  yield `# Vault ${markdownText(check.vault.name)}: ${check.verdict}\n\n`;
  yield `Edition ${check.edition}, as of ${check.asOf}, read at ${check.readAt}.\n\n`;
  yield markdownRow(["machines", "ready", "conditional", "unknown", "not ready", "plans", "plans proven"]);
  yield markdownRow(["---:", "---:", "---:", "---:", "---:", "---:", "---:"]);
  yield markdownRow([
    summary.machines,
    summary.ready,
    summary.conditional,
    summary.unknown,
    summary.notReady,
    summary.recoveryPlans,
    summary.plansProven,
  ]);
  yield* plans(check);
  yield* findings(check);
  yield* drift(check);
  yield* unread(check);
  yield* machines(check);
}

function* plans({ recoveryPlans }: VaultCheck): Generator<string> {
  if (recoveryPlans.length === 0) return;
  yield "\n## Recovery plans\n\n";
  yield markdownRow(["plan", "verdict", "machines", "last drill that ended well"]);
  yield markdownRow(["---", "---", "---:", "---"]);
  for (const { name, verdict, machines: count, lastDrill } of recoveryPlans) {
    const drill =
      lastDrill === null
        ? "none known"
        : `${lastDrill.at.slice(0, "yyyy-mm-dd".length)} (${counted(lastDrill.ageInDays, "day")} ago)`;
    yield markdownRow([markdownText(name), verdict, count, drill]);
  }
}

function* findings(check: VaultCheck): Generator<string> {
  yield "\n## Findings\n\n";
  const groups = groupCheck(check);
  if (groups.length === 0) yield "None.\n";
  for (const group of groups) {
    const names = group.findings.slice(0, mostNames).map(({ subject }) => markdownText(subject.name));
    const rest = group.findings.length - names.length;
    const source = sourceText(group);
    yield `- **${group.severity}** ${group.ref} \`${group.rule}\`: ${names.join(", ")}${rest > 0 ? ` and ${rest} more` : ""}.\n`;
    yield `  ${markdownText(group.findings[0]?.message ?? "")} ${markdownText(group.remedy)}\n`;
    if (source !== "") yield `  ${markdownText(source)}.\n`;
  }
}

function* drift({ drift: reports = [] }: VaultCheck): Generator<string> {
  for (const { against, compared, entries } of reports) {
    yield `\n## Against ${markdownText(against)}\n\n${counted(compared, "thing")} compared.\n\n`;
    if (entries.length === 0) continue;
    yield markdownRow(["what", "name", "property", "planned", "actual", "kind"]);
    yield markdownRow(["---", "---", "---", "---", "---", "---"]);
    for (const entry of entries) {
      yield markdownRow([
        entry.what,
        markdownText(entry.name),
        markdownText(entry.property ?? ""),
        markdownText(entry.planned ?? ""),
        markdownText(entry.actual ?? ""),
        markdownText(entry.reason === undefined ? entry.kind : `${entry.kind}: ${entry.reason}`),
      ]);
    }
  }
}

function* unread({ unread: parts }: VaultCheck): Generator<string> {
  if (parts.length === 0) return;
  yield "\n## What could not be read\n\n";
  for (const { part, action, message } of parts) {
    yield `- ${part}: needs \`${action}\`. ${markdownText(message)}\n`;
  }
}

function* machines(check: VaultCheck): Generator<string> {
  const open = check.machines.filter(({ verdict }) => verdict === "not-ready" || verdict === "unknown");
  if (open.length === 0) return;
  yield "\n## Machines that are not ready\n\n";
  yield markdownRow(["machine", "verdict", "why"]);
  yield markdownRow(["---", "---", "---"]);
  for (const { name, verdict, findings: own, undecided } of open.slice(0, mostMachines)) {
    const errors = own.filter(({ severity, waiver }) => severity === "error" && waiver === null);
    const why =
      errors.length > 0
        ? errors.map(({ ref, message }) => `${ref}: ${markdownText(message)}`).join("<br>")
        : `not known: ${[...new Set(undecided.flatMap(({ missing }) => missing))].map((fact) => `\`${fact}\``).join(", ")}`;
    yield markdownRow([markdownText(name), verdict, why]);
  }
  if (open.length > mostMachines) yield `\n… and ${counted(open.length - mostMachines, "more machine")}.\n`;
}
