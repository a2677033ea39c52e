import { InputError, quoted } from "../landing-zone/input-error";
import { parseFlag, parseNumber } from "./cell-text";
import type { NoteCollector } from "./reading-note";
import type { Cell, RowHandler } from "./workbook/sheet";

/** Named tables of one inventory: the sheets of a workbook, or the files of a folder. */
export interface TableSet {
  readonly file: string;
  readonly sheets: readonly string[];
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
      const place = { file: tables.file, sheet, row: number };
      const header = headerTexts(cells);
      row = new TableRow(place, header, columnIndices(header, columns, required, notes, place), notes);
    } else {
      row.move(cells, number);
      onRow(row);
    }
    return undefined;
  });
}

interface TablePlace {
  readonly file: string;
  readonly sheet: string;
  readonly row: number;
}

function headerTexts(cells: readonly Cell[]): readonly string[] {
  return Array.from(cells, (cell) => (cell === undefined ? "" : String(cell)));
}

function columnIndices<K extends string>(
  header: readonly string[],
  columns: Readonly<Record<K, readonly string[]>>,
  required: readonly K[],
  notes: NoteCollector,
  place: TablePlace,
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

/** Disks, adapters or processors that no machine exceeds; lists of that length are made from such a number. */
const mostThings = 1000;

/** One row of a table, by column. The same object is used for all rows: take values out while it is given. */
export class TableRow<K extends string> {
  #cells: readonly Cell[] = [];
  #row = 0;

  constructor(
    private readonly place: TablePlace,
    private readonly header: readonly string[],
    private readonly indices: ReadonlyMap<K, number>,
    private readonly notes: NoteCollector,
  ) {}

  move(cells: readonly Cell[], row: number): void {
    this.#cells = cells;
    this.#row = row;
  }

  /** Whether the table has the column at all. */
  has(column: K): boolean {
    return this.indices.has(column);
  }

  placeOf(column?: K): { file: string; sheet: string; row: number; column?: string } {
    const index = column === undefined ? undefined : this.indices.get(column);
    return {
      file: this.place.file,
      sheet: this.place.sheet,
      row: this.#row,
      ...(index === undefined ? {} : { column: this.header[index] }),
    };
  }

  cell(column: K): Cell {
    const index = this.indices.get(column);
    return index === undefined ? undefined : this.#cells[index];
  }

  /** Trimmed text; undefined where the cell is blank. */
  text(column: K): string | undefined {
    const cell = this.cell(column);
    if (cell === undefined) return undefined;
    const text = String(cell).trim();
    return text === "" ? undefined : text;
  }

  /** A number of at least zero; undefined where the cell is blank, and (with a note) where it holds something else. */
  amount(column: K): number | undefined {
    const cell = this.cell(column);
    const value = typeof cell === "string" ? parseNumber(cell) : cell;
    if (value === undefined && (cell === undefined || String(cell).trim() === "")) return undefined;
    if (typeof value === "number" && value >= 0) return value;
    this.doubtful(column, "is not a number of zero or more and is left out");
    return undefined;
  }

  /** A number of things that a machine has: a whole number of at least zero, and not beyond all measure. */
  count(column: K): number | undefined {
    const value = this.amount(column);
    if (value === undefined || (Number.isInteger(value) && value <= mostThings)) return value;
    this.doubtful(
      column,
      Number.isInteger(value)
        ? "is more than any machine has and is left out"
        : "is not a whole number and is left out",
    );
    return undefined;
  }

  /** A yes or no, as boolean or as text; undefined where the cell is blank, and (with a note) otherwise. */
  flag(column: K): boolean | undefined {
    const cell = this.cell(column);
    if (cell === undefined || typeof cell === "boolean") return cell;
    if (typeof cell === "string" && cell.trim() === "") return undefined;
    const flag = parseFlag(String(cell));
    if (flag === undefined) this.doubtful(column, "is neither true nor false and is left out");
    return flag;
  }

  /** Notes that a cell's value could not be used. */
  doubtful(column: K, why: string): void {
    this.notes.warning(`${quoted(this.cell(column))} ${why}.`, this.placeOf(column), why);
  }
}
