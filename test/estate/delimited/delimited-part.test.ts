import { fc, test } from "@fast-check/vitest";
import { describe, expect, it } from "vitest";
import { delimitedPart } from "../../../estate/delimited/delimited-source";
import { sniffDialect } from "../../../estate/delimited/dialect";
import { readTextHead } from "../../../estate/delimited/text-file";
import { NoteCollector } from "../../../estate/reading-note";
import { temporaryFolder } from "../temporary-folder";

const write = temporaryFolder();

/** Rows with their numbers, and what was said about them. */
async function rowsOf(name: string, content: Buffer | string) {
  const file = write(name, content);
  const notes = new NoteCollector();
  const part = delimitedPart(file, await readTextHead(file), notes);
  if (part === undefined) return undefined;
  const rows: (readonly unknown[])[] = [];
  await part.readRows((cells, row) => {
    rows.push([row, ...cells]);
    return undefined;
  });
  return { rows, part, messages: notes.notes().map(({ message }) => message) };
}

const bom = "\ufeff";

describe("a delimited text", () => {
  it.each([
    ["commas", "a,b\n1,2\n"],
    ["semicolons, CRLF", "a;b\r\n1;2\r\n"],
    ["tabs, no end of line", "a\tb\n1\t2"],
    ["quotes", '"a","b"\n"1","2"\n'],
    ["UTF-8 with a mark", `${bom}a,b\n1,2\n`],
    ["UTF-16 with a mark", Buffer.from(`${bom}a,b\n1,2\n`, "utf16le")],
    ["big-endian UTF-16", Buffer.from(`${bom}a,b\n1,2\n`, "utf16le").swap16()],
  ])("with %s", async (_, content) => {
    expect((await rowsOf("plain.csv", content))?.rows).toEqual([
      [1, "a", "b"],
      [2, "1", "2"],
    ]);
  });

  it("after a line that names types or the separator, rows count as in the file", async () => {
    expect((await rowsOf("type.csv", '#TYPE System.Object\r\n"a","b"\r\n"1","2"\r\n'))?.rows).toEqual([
      [2, "a", "b"],
      [3, "1", "2"],
    ]);
    expect((await rowsOf("sep.csv", "sep=;\na,a;b\n1;2\n"))?.rows).toEqual([
      [2, "a,a", "b"],
      [3, "1", "2"],
    ]);
  });

  it("keeps separators, quotes and line ends within quotes, and skips blank rows", async () => {
    expect((await rowsOf("quotes.csv", 'a,b\n\n"x, ""y""","1\n2"\n,\nz"z,3\n'))?.rows).toEqual([
      [1, "a", "b"],
      [3, 'x, "y"', "1\n2"],
      [5, 'z"z', "3"],
    ]);
  });

  it("takes the header's separator, not that of the cells", () => {
    expect(sniffDialect("name;size\na,b,c,d;1\n", true)).toMatchObject({ separator: ";" });
    expect(sniffDialect('"a;b;c",d\n1,2\n', true)).toMatchObject({ separator: ",", header: ["a;b;c", "d"] });
  });

  it.each([
    ["a,b\n1,2.5\n", "point"],
    ['a,b\n1,"2,5"\n', "comma"],
    ["a;b\n1;2,5\n", "comma"],
    ["a;b\n1;2.5\n", "unclear"],
    ["a;b\n1;2\n", "unclear"],
    ['a,b\n"1,5",2.5\n', "unclear"],
  ])("%j writes fractions with: %s", (text, decimalSign) => {
    expect(sniffDialect(text, true)?.decimalSign).toBe(decimalSign);
  });

  it("is none without two columns", () => {
    for (const text of ["", "\n\n", "Name\nweb01\n", "#TYPE x", ",,\n1,2,3\n"]) {
      expect(sniffDialect(text, true)).toBeUndefined();
    }
  });

  it("leaves out rows whose cells do not stand under their headers, and says so", async () => {
    const read = await rowsOf("shifted.csv", "name,size,os\nweb01,1,500,Linux\nweb02,2,Linux\nweb03,3\n");
    expect(read?.rows.slice(1)).toEqual([[3, "web02", "2", "Linux"]]);
    expect(read?.messages).toEqual([
      expect.stringMatching(/row 2: The row has 4 cells, the header 3/),
      expect.stringMatching(/row 4: The row has 2 of 3 cells/),
    ]);
  });

  it("with a quotation mark that is not closed is refused with the row", async () => {
    await expect(rowsOf("open.csv", 'a,b\n1,2\n"3,4\n5,6\n')).rejects.toThrow(
      /open\.csv, row 3: A quotation mark is not closed/,
    );
  });

  it("that turns out to be binary after its start is refused", async () => {
    const content = `a,b\n${"1,2\n".repeat(100_000)}\0`;
    await expect(rowsOf("binary.csv", content)).rejects.toThrow(/The file is binary/);
  });

  it("longer than one piece is read whole, whatever is cut", async () => {
    const line = "größe,€ 1\n";
    const read = await rowsOf("long.csv", `a,b\n${line.repeat(60_000)}`);
    expect(read?.rows).toHaveLength(60_001);
    expect(new Set(read?.rows.slice(1).map(([, ...cells]) => cells.join("|")))).toEqual(
      new Set(["größe|€ 1"]),
    );
  });

  test.prop(
    [
      fc.array(fc.array(fc.string({ unit: "binary" }), { minLength: 3, maxLength: 3 }), { maxLength: 8 }),
      fc.constantFrom(",", ";", "\t"),
    ],
    { numRuns: 60 },
  )("gives back what was written, row by row", async (rows, separator) => {
    const clean = rows.map((row) => row.map((cell) => cell.replace(/[\0\ud800-\udfff]/g, "")));
    const text = [["a", "b", "c"], ...clean]
      .map((row) => row.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(separator))
      .join("\r\n");
    const read = await rowsOf("any.csv", text);
    expect(read?.rows.slice(1).map(([, ...cells]) => cells)).toEqual(
      clean.filter((row) => row.some((cell) => cell.trim() !== "")),
    );
  });
});
