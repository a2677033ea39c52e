import { resolve } from "node:path";
import { renderAssessmentChunks } from "../reports/assessment/render";
import { terminalOf } from "../reports/terminal";
import { assessInventory, exitCodeOf } from "./assess-inventory";
import type { AssessFlags } from "./commands/assess";
import type { RecordList } from "../estate/read";
import { exitCodes, type ExitCode } from "./exit-codes";
import { UsageError } from "./faults";
import { readInventory } from "./read-inventory";
import { Ticker } from "./ticker";
import { writeOutput } from "./write-output";

/** `asr assess`: reads, judges, writes the report; answers the exit code. */
export async function runAssess(files: readonly string[], flags: AssessFlags): Promise<ExitCode> {
  refuseOverwriting(files, flags.output);
  refuseComparing(flags);
  const { subscription: subscriptions = [] } = flags;
  if (files.length + subscriptions.length === 0) {
    throw new UsageError("Give an inventory, or --subscription for the Azure VMs of a subscription.");
  }
  const live = subscriptions.length === 0 ? [] : [await readLive(subscriptions)];
  const { document, notes } = await readInventory(files, flags, { recordLists: live });
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
      sources: [...files, ...live.map(({ name }) => name)],
      machines: document.machines,
      notes: notes.map(({ message }) => message),
      terminal: terminalOf(process.stdout),
    }),
    flags.output,
  );
  return exitCode;
}

/** The client of Azure is large: who reads files does not wait for it. */
async function readLive(subscriptions: readonly string[]): Promise<RecordList> {
  const { readSubscriptions } = await import("./read-subscriptions.js");
  return readSubscriptions(subscriptions);
}

/** The formats that go elsewhere hold one verdict a machine: which of two it was would not be seen. */
function refuseComparing({ compare, format }: AssessFlags): void {
  const comparing: readonly string[] = ["table", "json", "markdown", "html"];
  if (compare === undefined || comparing.includes(format)) return;
  throw new UsageError(
    `--compare has no place in --format ${format}: use ${comparing.join(", ")}, or --edition for one edition.`,
  );
}

/** A typing mistake must not cost somebody their inventory. */
function refuseOverwriting(files: readonly string[], output: string | undefined): void {
  if (output === undefined || !files.some((file) => resolve(file) === resolve(output))) return;
  throw new UsageError(`--output ${output} would overwrite the inventory: name another file.`);
}
