import { DrillInputError, readHistory, verifyEvidence, type DrillHistory } from "../../operations/drill";
import { historyMarkdown, historyTable } from "../../reports/drill/history";
import { printable } from "../../reports/printable-text";
import { terminalOf } from "../../reports/terminal";
import type { HistoryFlags } from "../commands/drill";
import { exitCodes, type ExitCode } from "../exit-codes";
import { UsageError } from "../faults";
import { writeOutput } from "../write-output";

const millisecondsPerDay = 86_400_000;

const changeWords = {
  content: "its content was changed",
  missing: "is missing",
  added: "was added",
  unreadable: "cannot be read",
} as const;

/** `asr drill verify`: 0 where the evidence is as it was written, 1 where it is not. */
export async function runVerify(folder: string): Promise<ExitCode> {
  const { drillId, files, changes, manifestSha256 } = mendable(() => verifyEvidence(folder));
  await writeOutput([
    ...changes.map(({ file, change }) => `${printable(file)}: ${changeWords[change]}\n`),
    changes.length === 0
      ? `Unchanged: ${files} files of the drill ${drillId}. SHA-256 of the manifest: ${manifestSha256}\n`
      : `Changed: ${changes.length} of ${files} files of the drill ${drillId}.\n`,
  ]);
  return changes.length === 0 ? exitCodes.fine : exitCodes.findings;
}

/** `asr drill history`: 1 where a plan was not proven lately enough. */
export async function runHistory(folder: string, flags: HistoryFlags): Promise<ExitCode> {
  const history = mendable(() => readHistory(folder));
  await writeOutput([historyText(history, flags.format)]);
  const { maxAgeDays } = flags;
  if (maxAgeDays === undefined) return exitCodes.fine;
  const oldest = Date.now() - maxAgeDays * millisecondsPerDay;
  const late = history.plans.filter(
    ({ lastPassedAt }) => lastPassedAt === null || Date.parse(lastPassedAt) < oldest,
  );
  for (const { planName, lastPassedAt } of late) {
    const last =
      lastPassedAt === null
        ? "no drill ever passed"
        : `the last drill passed on ${lastPassedAt.slice(0, 10)}, more than ${maxAgeDays} days ago`;
    process.stderr.write(`${printable(planName)}: ${last}.\n`);
  }
  return late.length > 0 || history.plans.length === 0 ? exitCodes.findings : exitCodes.fine;
}

function historyText(history: DrillHistory, format: HistoryFlags["format"]): string {
  switch (format) {
    case "table":
      return historyTable(history, terminalOf(process.stdout));
    case "markdown":
      return historyMarkdown(history);
    case "json":
      return `${JSON.stringify({ schema: "asr-drill-history/1", ...summary(history) }, undefined, 2)}\n`;
  }
}

/** The history without the whole of each evidence, which lies beside it. */
function summary({ plans, unreadable }: DrillHistory) {
  return {
    plans: plans.map(({ drills, ...plan }) => ({
      ...plan,
      drills: drills.map(({ folder, isUnchanged, evidence: { id, outcome, startedAt, endedAt, rto } }) => ({
        folder,
        isUnchanged,
        id,
        outcome,
        startedAt,
        endedAt,
        rto,
      })),
    })),
    unreadable,
  };
}

function mendable<T>(read: () => T): T {
  try {
    return read();
  } catch (error) {
    if (error instanceof DrillInputError) throw new UsageError(error.message, { cause: error });
    throw error;
  }
}
