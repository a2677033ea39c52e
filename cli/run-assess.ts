import { assess } from "../estate/assess";
import { readEstate } from "../estate/read";
import { renderAssessmentChunks } from "../reports/assessment/render";
import { terminalOf } from "../reports/terminal";
import type { AssessFlags } from "./commands/assess";
import type { ExitCode } from "./exit-codes";
import { exitCodes } from "./exit-codes";
import { exitCodeOf } from "./options/fail-on";
import { printNotes } from "./read-inventory";
import { writeOutput } from "./write-output";

/** `asr assess`: reads, judges, writes the report; answers the exit code. */
export async function runAssess(files: readonly string[], flags: AssessFlags): Promise<ExitCode> {
  const reading = await readEstate(files, flags);
  printNotes(reading);
  if (flags.format === "estate") {
    await writeOutput([`${JSON.stringify(reading.document, undefined, 2)}\n`], flags.output);
    return exitCodes.fine;
  }
  const assessment = assess(reading.document, flags);
  await writeOutput(
    renderAssessmentChunks(assessment, flags.format, {
      sources: files,
      notes: reading.notes.map(({ message }) => message),
      terminal: terminalOf(process.stdout),
    }),
    flags.output,
  );
  return exitCodeOf(
    assessment.machines.map(({ verdict }) => verdict),
    flags.failOn,
  );
}
