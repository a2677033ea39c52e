import type { NoteCollector } from "../reading-note";
import type { TablePart } from "../table-part";
import { readDelimitedRows } from "./delimited-table";
import { sniffDialect } from "./dialect";
import type { TextHead } from "./text-file";

/** A delimited file as a table; undefined where the text has no header of columns. */
export function delimitedPart(file: string, head: TextHead, notes: NoteCollector): TablePart | undefined {
  const dialect = sniffDialect(head.text, head.whole);
  if (dialect === undefined) return undefined;
  return {
    file,
    place: { file },
    header: dialect.header,
    decimalSign: dialect.decimalSign,
    readRows: (onRow) => readDelimitedRows(file, head.encoding, dialect, onRow, notes),
  };
}
