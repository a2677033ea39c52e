import { resolve } from "node:path";
import { renderAssessmentChunks } from "../reports/assessment/render";
import { terminalOf } from "../reports/terminal";
import { assessInventory, exitCodeOf } from "./assess-inventory";
import type { AssessFlags } from "./commands/assess";
import { exitCodes, type ExitCode } from "./exit-codes";
import { UsageError } from "./faults";
import { readInventory } from "./read-inventory";
import { Ticker } from "./ticker";
import { writeOutput } from "./write-output";

/** `asr assess`: reads, judges, writes the report; answers the exit code. */
export async function runAssess(files: readonly string[], flags: AssessFlags): Promise<ExitCode> {
  refuseOverwriting(files, flags.output);
  const { document, notes } = await readInventory(files, flags);
  if (flags.format === "estate") {
    await writeOutput([`${JSON.stringify(document, undefined, 2)}\n`], flags.output);
    return exitCodes.fine;
  }
  const ticker = new Ticker();
  const assessment = await assessInventory(document, flags, (judged, machines) => {
    ticker.tick(`judging: ${judged} of ${machines} machines`);
  });
  ticker.end();
  const exitCode = exitCodeOf(assessment, flags.failOn);
  // A reader that closes the pipe early ends the process while it writes: the verdicts count all the same.
  process.exitCode = exitCode;
  await writeOutput(
    renderAssessmentChunks(assessment, flags.format, {
      sources: files,
      machines: document.machines,
      notes: notes.map(({ message }) => message),
      terminal: terminalOf(process.stdout),
    }),
    flags.output,
  );
  return exitCode;
}

/** A typing mistake must not cost somebody their inventory. */
function refuseOverwriting(files: readonly string[], output: string | undefined): void {
  if (output === undefined || !files.some((file) => resolve(file) === resolve(output))) return;
  throw new UsageError(`--output ${output} would overwrite the inventory: name another file.`);
}
