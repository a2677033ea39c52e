import { once } from "node:events";
import { stat } from "node:fs/promises";
import { CsvError, parse } from "csv-parse";
import { InputError, quoted, type InputPlace } from "../../landing-zone/input-error";
import type { NoteCollector } from "../reading-note";
import type { RowHandler } from "../workbook/sheet";
import { csvOptions, longestRow } from "./csv-options";
import type { Dialect } from "./dialect";
import { streamText, type TextEncodingName } from "./text-file";

/** Bounds of a delimited file. Rows are streamed: they bound time, not memory. */
export const delimitedBounds = { bytes: 4 * 1024 ** 3, columns: 16_384 } as const;

/**
 * Streams the rows of a delimited file that have a value, header first. Rows count from 1 as a spreadsheet
 * program shows them.
 *
 * @throws InputError when the file is larger than the bounds or its quotes do not match.
 */
export async function readDelimitedRows(
  file: string,
  encoding: TextEncodingName,
  dialect: Dialect,
  onRow: RowHandler,
  notes: NoteCollector,
): Promise<void> {
  const { size } = await stat(file);
  if (size > delimitedBounds.bytes) {
    throw new InputError(
      `The file has ${Math.ceil(size / 1024 ** 3)} GiB; at most ${delimitedBounds.bytes / 1024 ** 3} GiB are read.`,
      "Split it and give all parts.",
      { file },
    );
  }
  const rows = new RowsOfTable(dialect, onRow, notes, file);
  const parser = parse(csvOptions(dialect.separator));
  const ended = new Promise<void>((resolve) => {
    parser.once("error", (error) => {
      rows.fail(error);
      resolve();
    });
    parser.once("end", resolve);
  });
  parser.on("data", (cells: string[]) => {
    rows.take(cells);
  });
  try {
    for await (const piece of withoutLines(streamText(file, encoding), dialect.leadingLines)) {
      if (!parser.write(piece)) await Promise.race([once(parser, "drain"), ended]);
      if (rows.done()) break;
    }
    if (!rows.done()) {
      parser.end();
      await ended;
    }
  } finally {
    parser.destroy();
  }
  rows.throwFailure();
}

/** Hands rows on, and leaves out those whose cells do not stand under their headers. */
class RowsOfTable {
  #row: number;
  #columns = 0;
  #stopped = false;
  #failure: Error | undefined;

  constructor(
    { leadingLines }: Dialect,
    private readonly onRow: RowHandler,
    private readonly notes: NoteCollector,
    private readonly file: string,
  ) {
    this.#row = leadingLines;
  }

  /** No further row is needed, or none can be read. */
  done(): boolean {
    return this.#stopped || this.#failure !== undefined;
  }

  take(cells: readonly string[]): void {
    if (this.done()) return;
    this.#row += 1;
    if (cells.every((cell) => cell.trim() === "")) return;
    try {
      this.#stopped = this.fits(cells) && this.onRow(cells, this.#row) === "stop";
    } catch (error) {
      this.fail(error instanceof Error ? error : new Error(String(error)));
    }
  }

  fail(error: Error): void {
    this.#failure ??= error;
  }

  throwFailure(): void {
    if (this.#failure === undefined) return;
    throw this.#failure instanceof CsvError
      ? unparsable(this.#failure, { file: this.file, row: this.#row + 1 })
      : this.#failure;
  }

  private fits(cells: readonly string[]): boolean {
    const place = { file: this.file, row: this.#row };
    if (this.#columns === 0) {
      if (cells.length > delimitedBounds.columns) {
        throw new InputError(
          `The header has ${cells.length} columns; at most ${delimitedBounds.columns} are read.`,
          "Export the inventory again.",
          place,
        );
      }
      this.#columns = cells.length;
      return true;
    }
    const last = cells.findLastIndex((cell) => cell.trim() !== "") + 1;
    if (last > this.#columns) {
      this.notes.warning(
        `The row has ${last} cells, the header ${this.#columns}: a separator stands in a cell without quotes. The row is left out.`,
        place,
        "more cells than headers",
      );
      return false;
    }
    if (cells.length < this.#columns) {
      this.notes.warning(
        `The row has ${cells.length} of ${this.#columns} cells: it is cut off, or a spreadsheet program left out the last ones. The row is left out.`,
        place,
        "fewer cells than headers",
      );
      return false;
    }
    return true;
  }
}

/** The text without its first lines. */
async function* withoutLines(pieces: AsyncIterable<string>, lines: number): AsyncGenerator<string> {
  let left = lines;
  for await (const piece of pieces) {
    let rest = piece;
    while (left > 0 && rest !== "") {
      const end = rest.indexOf("\n");
      rest = end < 0 ? "" : rest.slice(end + 1);
      if (end >= 0) left -= 1;
    }
    if (rest !== "") yield rest;
  }
}

function unparsable(error: CsvError, place: InputPlace): InputError {
  switch (error.code) {
    case "CSV_QUOTE_NOT_CLOSED":
    case "CSV_MAX_RECORD_SIZE":
      return new InputError(
        error.code === "CSV_QUOTE_NOT_CLOSED"
          ? "A quotation mark is not closed."
          : `A row is longer than ${longestRow / 1024 ** 2} MiB: a quotation mark is not closed.`,
        "Export the file again, or mend the row that starts here.",
        place,
        { cause: error },
      );
    default:
      return new InputError(
        `The row cannot be read (${quoted(error.message)}).`,
        "Export the file again, or mend the row.",
        place,
        { cause: error },
      );
  }
}
