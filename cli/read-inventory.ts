import { readEstate, type EstateReading, type ReadOptions, type ReadProgress } from "../estate/read";
import { counted } from "../limits/counted";
import { printable } from "../reports/printable-text";
import type { AssessmentFlags } from "./options/assessment-options";
import { UsageError } from "./faults";
import { Ticker } from "./ticker";

/** Notes shown one by one on stderr; reports have all of them. */
const mostNotes = 10;

/**
 * Reads inventories and tells people on stderr what that left open; from the second second on also how far
 * it is.
 *
 * @throws InputError when one of them cannot be read.
 * @throws UsageError when they list no machine.
 */
export async function readInventory(
  files: readonly string[],
  flags: AssessmentFlags,
  options: Pick<ReadOptions, "keepChurnSeries" | "recordLists"> = {},
): Promise<EstateReading> {
  const ticker = new Ticker();
  const { scenario, experience, intent } = flags;
  const reading = await readEstate(files, {
    ...options,
    ...(scenario === undefined ? {} : { scenario }),
    ...(experience === undefined ? {} : { experience }),
    ...(intent === undefined ? {} : { intent }),
    onProgress: (progress) => {
      ticker.tick(progressText(progress));
    },
  });
  ticker.end();
  if (reading.document.machines.length === 0) {
    // Nothing to judge is no good news: a pipeline would pass with an export that failed.
    throw new UsageError(
      `${files.join(", ") || "The subscriptions"}: No machine is listed. Give an inventory with machines.`,
    );
  }
  for (const { severity, message } of reading.notes.slice(0, mostNotes)) {
    process.stderr.write(`${severity === "warning" ? "warning" : "note"}: ${printable(message)}\n`);
  }
  if (reading.notes.length > mostNotes) {
    const more = counted(reading.notes.length - mostNotes, "more note");
    process.stderr.write(`note: … and ${more}; --format html has them all.\n`);
  }
  return reading;
}

function progressText({ file, sheet, rows }: ReadProgress): string {
  return printable(
    `reading ${file}${sheet === undefined ? "" : `, sheet ${sheet}`}: ${counted(rows, "row")}`,
  );
}
