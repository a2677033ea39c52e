import { describe, expect, it } from "vitest";
import { readSheetRows, sheetBounds } from "../../../estate/workbook/sheet";

const bounds = { rows: 100, columns: 50, cells: 1000 };

/** Rows of a sheet as a program writes them, a piece at a time. */
async function* sheet(head: string, rows: number, cells: string): AsyncGenerator<Buffer> {
  yield Buffer.from(`<worksheet>${head}<sheetData>`);
  for (let row = 1; row <= rows; row += 1)
    yield await Promise.resolve(Buffer.from(`<row r="${row}">${cells}</row>`));
  yield Buffer.from("</sheetData></worksheet>");
}

async function rowsRead(chunks: AsyncIterable<Buffer>): Promise<number> {
  let rows = 0;
  await readSheetRows(
    chunks,
    [],
    () => {
      rows += 1;
      return undefined;
    },
    { file: "a.xlsx", sheet: "s" },
    bounds,
  );
  return rows;
}

const cell = "<c><v>1</v></c>";

describe("bounds of a sheet", () => {
  it("are eight million filled cells, and the rows and columns of a spreadsheet", () => {
    expect(sheetBounds).toEqual({ rows: 1_048_576, columns: 16_384, cells: 8_000_000 });
  });

  it("count filled cells: as many as allowed are read, one more is refused with its row", async () => {
    expect(await rowsRead(sheet("", 100, cell.repeat(10)))).toBe(100);
    await expect(rowsRead(sheet("", 100, cell.repeat(11)))).rejects.toThrow(
      /a\.xlsx, sheet "s", row 91: The sheet has more than 1,000 filled cells/,
    );
  });

  it("do not count blank cells, nor believe a dimension", async () => {
    expect(await rowsRead(sheet('<dimension ref="A1:XFD1048576"/>', 2, `${cell}<c s="1"/><c/>`))).toBe(2);
    expect(await rowsRead(sheet('<dimension ref="A1"/>', 100, cell + "<c/>".repeat(40)))).toBe(100);
  });

  it.each([
    ["more rows", 101, cell, /row 100: The row number "101" is out of order or too large/],
    ["more columns", 1, cell.repeat(51), /beyond the last column/],
    ["a cell far to the right", 1, '<c r="XFD1"><v>1</v></c>', /beyond the last column/],
    ["a column that no spreadsheet has", 1, '<c r="ZZZZZZZZ1"><v>1</v></c>', /beyond the last column/],
  ])("refuse %s", async (_, rows, cells, message) => {
    await expect(rowsRead(sheet("", rows, cells))).rejects.toThrow(message);
  });
});
