import { InputError, type InputPlace } from "../../landing-zone/input-error";
import { parseXml } from "./xml";

/** Raw value of a cell: no number format is applied, dates stay serial numbers. */
export type Cell = string | number | boolean | undefined;

/**
 * Called for every row that has a value; `row` counts from 1 as in the spreadsheet. Answers `stop` when no
 * further row is needed.
 */
export type RowHandler = (cells: readonly Cell[], row: number) => "stop" | undefined;

/** A spreadsheet's own bounds, and the most cells one sheet may hold here. */
export const sheetBounds = { rows: 1_048_576, columns: 16_384, cells: 8_000_000 } as const;

export type SheetBounds = Readonly<Record<keyof typeof sheetBounds, number>>;

/**
 * Streams the rows of a worksheet part.
 *
 * @throws InputError when the part is damaged or holds more than the bounds.
 */
export async function readSheetRows(
  chunks: AsyncIterable<Uint8Array>,
  strings: readonly string[],
  onRow: RowHandler,
  place: InputPlace,
  bounds: SheetBounds = sheetBounds,
): Promise<void> {
  let row = 0;
  let rowsSeen = 0;
  let cellsSeen = 0;
  let cells: Cell[] = [];
  let hasValue = false;
  let column = -1;
  let type = "n";
  let raw = "";
  let inValue = false;
  let inPhonetic = false;
  let stopped = false;

  const refuse = (problem: string, column?: string): never => {
    throw new InputError(problem, "Export the inventory again, in several files if it is that large.", {
      ...place,
      ...(row > 0 ? { row } : {}),
      ...(column === undefined ? {} : { column }),
    });
  };

  await parseXml(
    chunks,
    {
      open(name, attributes) {
        switch (name) {
          case "c": {
            column = columnIndex(attributes["r"]) ?? column + 1;
            if (column >= bounds.columns) refuse("A cell lies beyond the last column of a spreadsheet.");
            type = attributes["t"] ?? "n";
            raw = "";
            break;
          }
          case "v":
          case "t":
            inValue = true;
            break;
          case "rPh":
            inPhonetic = true;
            break;
          case "row": {
            const given = Number(attributes["r"] ?? row + 1);
            if (!Number.isInteger(given) || given <= row || given > bounds.rows) {
              refuse(`The row number "${attributes["r"] ?? ""}" is out of order or too large.`);
            }
            row = given;
            rowsSeen += 1;
            if (rowsSeen > bounds.rows) refuse("The sheet has more rows than a spreadsheet can have.");
            cells = [];
            hasValue = false;
            column = -1;
            break;
          }
        }
      },
      text(text) {
        if (inValue && !inPhonetic) raw = raw === "" ? text : raw + text;
      },
      close(name) {
        switch (name) {
          case "c": {
            if (raw === "") break;
            cellsSeen += 1;
            if (cellsSeen > bounds.cells) {
              refuse(`The sheet has more than ${bounds.cells.toLocaleString("en")} filled cells.`);
            }
            cells[column] = cellValue(type, raw, strings, refuse);
            hasValue = true;
            break;
          }
          case "v":
          case "t":
            inValue = false;
            break;
          case "rPh":
            inPhonetic = false;
            break;
          case "row":
            if (hasValue && !stopped) stopped = onRow(cells, row) === "stop";
            break;
        }
      },
      done: () => stopped,
    },
    place,
  );
}

function cellValue(
  type: string,
  raw: string,
  strings: readonly string[],
  refuse: (problem: string) => never,
): Cell {
  switch (type) {
    case "s": {
      const text = strings[Number(raw)];
      return text ?? refuse(`A cell refers to the shared string ${raw}, which the workbook does not have.`);
    }
    case "n": {
      const value = Number(raw);
      return Number.isFinite(value) ? value : refuse(`A cell holds "${raw}" as a number.`);
    }
    case "b":
      return raw.trim() === "1" || raw.trim().toLowerCase() === "true";
    case "e":
      // #N/A and its like: a formula that gave no value.
      return undefined;
    default:
      // inlineStr, str (formula text), d (ISO date)
      return raw;
  }
}

/** Zero-based column of a cell reference such as `AB12`; undefined for none. */
function columnIndex(reference: string | undefined): number | undefined {
  if (reference === undefined) return undefined;
  let index = 0;
  for (let position = 0; position < reference.length; position += 1) {
    const code = reference.charCodeAt(position);
    if (code < 65 || code > 90) break;
    index = index * 26 + (code - 64);
    if (index > sheetBounds.columns) break;
  }
  return index === 0 ? undefined : index - 1;
}
