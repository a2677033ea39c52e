import type { InputPlace } from "../landing-zone/input-error";
import type { DecimalSign } from "./cell-text";
import type { TableSet } from "./table";
import type { RowHandler } from "./workbook/sheet";

/** A table by itself: a delimited file, or a list of records. Several may belong to one inventory. */
export interface TablePart {
  readonly file: string;
  readonly place: InputPlace;
  readonly header: readonly string[];
  readonly decimalSign: DecimalSign;
  /** Streams the rows that have a value, header first. */
  readRows(onRow: RowHandler): Promise<void>;
}

/** Tables of one inventory under the names that their reader looks for. */
export function tableSetOf(parts: ReadonlyMap<string, TablePart>): TableSet {
  const partOf = (sheet: string): TablePart => {
    const part = parts.get(sheet);
    if (part === undefined) throw new RangeError(`no table ${sheet}`);
    return part;
  };
  const [first] = parts.values();
  if (first === undefined) throw new RangeError("no table at all");
  return {
    file: first.file,
    sheets: [...parts.keys()],
    placeOf: (sheet) => partOf(sheet).place,
    decimalSign: (sheet) => partOf(sheet).decimalSign,
    readRows: (sheet, onRow) => partOf(sheet).readRows(onRow),
  };
}
