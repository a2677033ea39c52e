import type { EstateReading } from "../estate/read";
import { counted } from "../reports/counted";
import { printable } from "../reports/printable-text";

/** Notes shown one by one on stderr; reports have all of them. */
const mostNotes = 10;

/** Tells people on stderr what reading an inventory left open. */
export function printNotes(reading: EstateReading): void {
  for (const note of reading.notes.slice(0, mostNotes))
    process.stderr.write(`note: ${printable(note.message)}\n`);
  if (reading.notes.length > mostNotes) {
    process.stderr.write(`note: … and ${counted(reading.notes.length - mostNotes, "more note")}.\n`);
  }
}
