import { InputError, quoted } from "../landing-zone/input-error";
import type { EstateDocument } from "./document";
import { tableReaders } from "./readers/table-readers";
import type { ReaderOptions, TableReader } from "./readers/reader";
import type { NoteCollector } from "./reading-note";
import { readHeader, type TableSet } from "./table";
import type { TablePart } from "./table-part";
import { openWorkbook } from "./workbook";

/** Told after some rows of a table. */
export type RowProgress = (file: string, sheet: string | undefined, rows: number) => void;

/** An inventory as one reader understood it. */
export interface ReadInventory {
  readonly document: EstateDocument;
  readonly role: NonNullable<TableReader["role"]>;
}

/** Rows between two reports of progress. */
const rowsPerProgress = 2000;

/** @throws InputError when the workbook is damaged, or no inventory. */
export async function readWorkbook(
  file: string,
  notes: NoteCollector,
  options: ReaderOptions,
  onRows?: RowProgress,
): Promise<ReadInventory> {
  const workbook = await openWorkbook(file);
  try {
    const headers = new Map<string, readonly string[]>();
    for (const sheet of workbook.sheets) headers.set(sheet, await readHeader(workbook, sheet));
    const found = readerOf(headers);
    if (found !== undefined) return await readTables(workbook, found, notes, options, onRows);
    throw new InputError(
      `No sheet of the workbook is an inventory; it has ${sheetsText(workbook.sheets)}.`,
      expectedText(),
      { file },
    );
  } finally {
    await workbook.close();
  }
}

/** A reader with the table of machines that it found. */
export interface FoundReader {
  readonly reader: TableReader;
  readonly machineTable: string;
}

export function readerOf(headers: ReadonlyMap<string, readonly string[]>): FoundReader | undefined {
  for (const reader of tableReaders) {
    const machineTable = reader.recognize(headers);
    if (machineTable !== undefined) return { reader, machineTable };
  }
  return undefined;
}

/** @throws InputError when the tables list no machine, or cannot be read. */
export async function readTables(
  tables: TableSet,
  { reader, machineTable }: FoundReader,
  notes: NoteCollector,
  options: ReaderOptions,
  onRows?: RowProgress,
): Promise<ReadInventory> {
  const seen = onRows === undefined ? tables : withProgress(tables, onRows);
  const document = await reader.read(seen, machineTable, notes, options);
  if (document.machines.length === 0 && document.dependencies === undefined) {
    const place = tables.placeOf(machineTable);
    throw new InputError(
      `The ${place.sheet === undefined ? "table" : "sheet"} lists no machine.`,
      `Export the inventory again (${reader.title}).`,
      place,
    );
  }
  return { document, role: reader.role ?? "inventory" };
}

/** Where a file of its own belongs; undefined where it is none of a format of several files. */
export function partOf(
  part: TablePart,
):
  | { readonly reader: TableReader; readonly inventory: string; readonly table: string | undefined }
  | undefined {
  for (const reader of tableReaders) {
    const place = reader.partOf?.(part.header, part.file);
    if (place !== undefined) return { reader, ...place };
  }
  return undefined;
}

/** Remedy that names every format. */
export function expectedText(): string {
  return `Expected is one of: ${tableReaders.map((reader) => reader.expected).join("; ")}.`;
}

/** Sheets named in a message. */
const mostSheetsNamed = 12;

function sheetsText(sheets: readonly string[]): string {
  if (sheets.length === 0) return "no sheet of cells at all";
  const more = sheets.length - mostSheetsNamed;
  const named = sheets.slice(0, mostSheetsNamed).map((sheet) => quoted(sheet));
  return `the ${sheets.length === 1 ? "sheet" : "sheets"} ${named.join(", ")}${more > 0 ? ` and ${more} more` : ""}`;
}

function withProgress(tables: TableSet, onRows: RowProgress): TableSet {
  return {
    ...tables,
    readRows(sheet, onRow) {
      const place = tables.placeOf(sheet);
      let rows = 0;
      return tables.readRows(sheet, (cells, row) => {
        rows += 1;
        if (rows % rowsPerProgress === 0) onRows(place.file ?? tables.file, place.sheet, rows);
        return onRow(cells, row);
      });
    },
  };
}
