import type { InputPlace } from "../../landing-zone/input-error";
import type { TablePart } from "../table-part";
import type { Cell } from "../workbook/sheet";

/** An object of a JSON text. */
export type JsonRecord = Readonly<Record<string, unknown>>;

export function isRecord(value: unknown): value is JsonRecord {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/**
 * The records of a parsed text: a list of objects, one bare object (PowerShell prints a list of one so), or a
 * list under `data` or `value`, as Azure wraps it. Undefined for anything else.
 */
export function recordsOf(value: unknown): readonly JsonRecord[] | undefined {
  if (Array.isArray(value)) {
    const flat: readonly unknown[] = value.flat();
    return flat.length > 0 && flat.every(isRecord) ? flat : undefined;
  }
  if (!isRecord(value)) return undefined;
  for (const wrapper of ["data", "value"]) {
    if (Array.isArray(value[wrapper])) return recordsOf(value[wrapper]);
  }
  return [value];
}

/** Records as a table: a column for every property that one of them has. Rows count from 1, as the records do. */
export function recordTable(file: string, records: readonly JsonRecord[], list?: string): TablePart {
  const columns = [...new Set(records.flatMap((record) => Object.keys(record)))];
  const place: InputPlace = { file, ...(list === undefined ? {} : { sheet: list }) };
  return {
    file,
    place,
    header: columns,
    // Numbers of JSON have a point; texts with figures come from the same program.
    decimalSign: "point",
    readRows: (onRow) => {
      if (onRow(columns, 0) === "stop") return Promise.resolve();
      for (const [index, record] of records.entries()) {
        if (
          onRow(
            columns.map((column) => cellOf(record[column])),
            index + 1,
          ) === "stop"
        )
          break;
      }
      return Promise.resolve();
    },
  };
}

/** Lists of plain values become one text; what has properties of its own is no cell. */
function cellOf(value: unknown): Cell {
  switch (typeof value) {
    case "string":
    case "number":
    case "boolean":
      return value;
    case "object": {
      if (Array.isArray(value)) {
        const cells = value.map(cellOf).filter((cell) => cell !== undefined);
        return cells.length === 0 ? undefined : cells.join(",");
      }
      // PowerShell prints some enumerations as { "value": 2, "Value": "Running" }.
      if (isRecord(value)) {
        const word = value["Value"] ?? value["value"];
        return typeof word === "string" || typeof word === "number" ? word : undefined;
      }
      return undefined;
    }
    default:
      return undefined;
  }
}
