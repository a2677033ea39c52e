import { quoted, type InputPlace } from "../landing-zone/input-error";
import { parseFlag, parseNumber, type DecimalSign } from "./cell-text";
import type { MachineOrigin } from "./document";
import type { NoteCollector } from "./reading-note";
import type { Cell } from "./workbook/sheet";

/** Disks, adapters or processors that no machine exceeds; lists of that length are made from such a number. */
const mostThings = 1000;

/** One row of a table, by column. The same object is used for all rows: take values out while it is given. */
export class TableRow<K extends string> {
  #cells: readonly Cell[] = [];
  #row = 0;
  #added: readonly [number, string][] | undefined;

  constructor(
    private readonly place: InputPlace,
    private readonly header: readonly string[],
    private readonly indices: ReadonlyMap<K, number>,
    private readonly notes: NoteCollector,
    private readonly decimalSign: DecimalSign,
  ) {}

  move(cells: readonly Cell[], row: number): void {
    this.#cells = cells;
    this.#row = row;
  }

  /** Whether the table has the column at all. */
  has(column: K): boolean {
    return this.indices.has(column);
  }

  placeOf(column?: K): InputPlace {
    const index = column === undefined ? undefined : this.indices.get(column);
    return {
      ...this.place,
      row: this.#row,
      ...(index === undefined ? {} : { column: this.header[index] }),
    };
  }

  /** The row as the place where a machine is listed. */
  origin(): { readonly origin?: MachineOrigin } {
    const { file, sheet } = this.place;
    if (file === undefined) return {};
    return { origin: { file, ...(sheet === undefined ? {} : { sheet }), row: this.#row } };
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
    const value = typeof cell === "string" ? parseNumber(cell, this.decimalSign) : cell;
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

  /**
   * Texts of the columns between one and the first of others that follows it, by their headers: what somebody added to
   * a known table. Blank cells and headers are left out, and headers that occur twice, which name nothing.
   */
  between(before: K, after: readonly K[]): ReadonlyMap<string, string> {
    const texts = new Map<string, string>();
    this.#added ??= this.#columnsBetween(
      this.indices.get(before),
      after.flatMap((column) => this.indices.get(column) ?? []),
    );
    for (const [index, name] of this.#added) {
      const text = String(this.#cells[index] ?? "").trim();
      if (text !== "") texts.set(name, text);
    }
    return texts;
  }

  #columnsBetween(first: number | undefined, ends: readonly number[]): readonly [number, string][] {
    if (first === undefined) return [];
    const last = Math.min(...ends.filter((index) => index > first));
    if (!Number.isFinite(last)) return [];
    const names = this.header.map((name) => name.trim());
    return [...names.entries()].filter(
      ([index, name]) =>
        index > first && index < last && name !== "" && names.indexOf(name) === names.lastIndexOf(name),
    );
  }

  /** Notes that a cell's value could not be used. */
  doubtful(column: K, why: string): void {
    this.notes.warning(`${quoted(this.cell(column))} ${why}.`, this.placeOf(column), why);
  }
}
