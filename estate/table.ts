import { InputError, quoted, type InputPlace } from "../landing-zone/input-error";
import type { DecimalSign } from "./cell-text";
import type { NoteCollector } from "./reading-note";
import { TableRow } from "./table-row";
import type { Cell, RowHandler } from "./workbook/sheet";

/** Named tables of one inventory: the sheets of a workbook, or the files of a folder. */
export interface TableSet {
  /** The file, or the first one of several. */
  readonly file: string;
  readonly sheets: readonly string[];
  /** How a message names the table: file and sheet of a workbook, or a file of its own. */
  placeOf(sheet: string): InputPlace;
  /** How numbers are written where cells are text. */
  decimalSign(sheet: string): DecimalSign;
  /** Streams the rows of a table that have a value, header included. */
  readRows(sheet: string, onRow: RowHandler): Promise<void>;
}

/** Spellings under which a format's columns are met, by the name the reader gives them. */
export type Columns = Readonly<Record<string, readonly string[]>>;

/**
 * The form in which headers compare: without case, outer blanks and the star of mandatory columns.
 * `MB` and `MiB` are one unit to every inventory tool: they count in 1024s and differ in the label only.
 */
export function normalizeHeader(header: string): string {
  return header
    .replace(/^[\s*]+/, "")
    .trim()
    .toLowerCase()
    .replace(/\s+/g, " ")
    .replace(/\b([kmgt])ib\b/g, "$1b");
}

/** Header cells of a table as text; empty for a table without rows. */
export async function readHeader(tables: TableSet, sheet: string): Promise<readonly string[]> {
  let header: readonly string[] = [];
  await tables.readRows(sheet, (cells) => {
    header = headerTexts(cells);
    return "stop";
  });
  return header;
}

/**
 * Streams the rows of a table whose first row is its header. Columns are found by name, in any order;
 * all but the required ones may be missing.
 *
 * @throws InputError when a required column is missing, or a known one occurs twice.
 */
export async function readTable<K extends string>(
  tables: TableSet,
  sheet: string,
  columns: Readonly<Record<K, readonly string[]>>,
  required: readonly NoInfer<K>[],
  notes: NoteCollector,
  onRow: (row: TableRow<K>) => void,
): Promise<void> {
  let row: TableRow<K> | undefined;
  await tables.readRows(sheet, (cells, number) => {
    if (row === undefined) {
      const place = { ...tables.placeOf(sheet), row: number };
      const header = headerTexts(cells);
      const indices = columnIndices(header, columns, required, notes, place);
      row = new TableRow(place, header, indices, notes, tables.decimalSign(sheet));
    } else {
      row.move(cells, number);
      onRow(row);
    }
    return undefined;
  });
}

export function headerTexts(cells: readonly Cell[]): readonly string[] {
  return Array.from(cells, (cell) => (cell === undefined ? "" : String(cell)));
}

function columnIndices<K extends string>(
  header: readonly string[],
  columns: Readonly<Record<K, readonly string[]>>,
  required: readonly K[],
  notes: NoteCollector,
  place: InputPlace,
): ReadonlyMap<K, number> {
  const byName = Map.groupBy(header.keys(), (index) => normalizeHeader(header[index] ?? ""));
  const indices = new Map<K, number>();
  for (const [key, spellings] of Object.entries(columns) as [K, readonly string[]][]) {
    // Spellings are in the order of preference: a tab may carry an old and a new one side by side.
    const name = spellings.map(normalizeHeader).find((spelling) => byName.has(spelling));
    const [first, second] = (name === undefined ? undefined : byName.get(name)) ?? [];
    if (first !== undefined && second !== undefined) {
      throw new InputError(
        `Two columns have this name (columns ${columnLetters(first)} and ${columnLetters(second)}).`,
        "Remove or rename one of them.",
        { ...place, column: header[first] },
      );
    }
    if (first !== undefined) indices.set(key, first);
    else if (required.includes(key)) {
      throw new InputError(
        `There is no column ${quoted(spellings[0])}; the header has ${headerText(header)}.`,
        "Export the inventory again, or name the column so.",
        place,
      );
    }
  }
  for (const [name, found] of byName) {
    if (name !== "" && found.length > 1 && !found.some((index) => [...indices.values()].includes(index))) {
      notes.warning(`Two columns have the name ${quoted(header[found[0] ?? 0])}; neither is read.`, place);
    }
  }
  return indices;
}

/** Header cells quoted in a message; the whole header of a large table would bury it. */
const mostHeadersNamed = 8;

function headerText(header: readonly string[]): string {
  const named = header.filter((text) => text.trim() !== "");
  if (named.length === 0) return "none";
  const more = named.length - mostHeadersNamed;
  return (
    named
      .slice(0, mostHeadersNamed)
      .map((text) => quoted(text))
      .join(", ") + (more > 0 ? ` and ${more} more` : "")
  );
}

function columnLetters(index: number): string {
  const last = String.fromCharCode("A".charCodeAt(0) + (index % 26));
  return index < 26 ? last : columnLetters(Math.floor(index / 26) - 1) + last;
}
