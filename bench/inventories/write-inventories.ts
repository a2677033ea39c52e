import { createWriteStream } from "node:fs";
import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { rvtoolsTables, type Tab, type Value } from "./rvtools-tables";
import { zip } from "./zip";

const main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const packages = "http://schemas.openxmlformats.org/package/2006/relationships";
const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

/** Writes an RVTools workbook, with shared strings as spreadsheet programs write them. */
export async function writeWorkbook(file: string, machines: number): Promise<void> {
  const tabs = rvtoolsTables(machines);
  const strings = new Map<string, number>();
  const sheets = tabs.map((tab) => sheetXml(tab, strings));
  await writeFile(
    file,
    zip({
      "_rels/.rels": relationships([["officeDocument", "xl/workbook.xml"]]),
      "xl/workbook.xml": xml(
        `<workbook xmlns="${main}" xmlns:r="${office}"><sheets>${tabs.map(({ name }, index) => `<sheet name="${name}" sheetId="${index + 1}" r:id="rId${index + 1}"/>`).join("")}</sheets></workbook>`,
      ),
      "xl/_rels/workbook.xml.rels": relationships([
        ...tabs.map((_, index): [string, string] => ["worksheet", `worksheets/sheet${index + 1}.xml`]),
        ["sharedStrings", "sharedStrings.xml"],
      ]),
      ...Object.fromEntries(sheets.map((sheet, index) => [`xl/worksheets/sheet${index + 1}.xml`, sheet])),
      "xl/sharedStrings.xml": xml(
        `<sst xmlns="${main}">${[...strings.keys()].map((text) => `<si><t>${text}</t></si>`).join("")}</sst>`,
      ),
    }),
  );
}

/** Writes a folder with a CSV file a tab. */
export async function writeCsvFolder(folder: string, machines: number): Promise<void> {
  await mkdir(folder, { recursive: true });
  for (const { name, header, rows } of rvtoolsTables(machines)) {
    await pipeline(
      Readable.from(csvLines(header, rows)),
      createWriteStream(join(folder, `RVTools_tab${name}.csv`)),
    );
  }
}

function* csvLines(header: readonly string[], rows: Tab["rows"]): Generator<string> {
  yield `${header.join(",")}\r\n`;
  for (const row of rows()) yield `${row.join(",")}\r\n`;
}

function sheetXml({ header, rows }: Tab, strings: Map<string, number>): Buffer {
  const pieces: Buffer[] = [];
  let text = `${declaration}<worksheet xmlns="${main}"><sheetData>`;
  let number = 0;
  const columns = header.map((_, index) => letters(index));
  const write = (row: readonly Value[]): void => {
    number += 1;
    text += `<row r="${number}">`;
    for (const [index, value] of row.entries()) {
      const reference = `${columns[index] ?? ""}${number}`;
      if (typeof value === "number") text += `<c r="${reference}"><v>${value}</v></c>`;
      else {
        const known = strings.get(value) ?? strings.size;
        if (known === strings.size) strings.set(value, known);
        text += `<c r="${reference}" t="s"><v>${known}</v></c>`;
      }
    }
    text += "</row>";
    if (text.length > 1_000_000) {
      pieces.push(Buffer.from(text));
      text = "";
    }
  };
  write(header);
  for (const row of rows()) write(row);
  pieces.push(Buffer.from(`${text}</sheetData></worksheet>`));
  return Buffer.concat(pieces);
}

function relationships(parts: readonly (readonly [type: string, target: string])[]): Buffer {
  return xml(
    `<Relationships xmlns="${packages}">${parts.map(([type, target], index) => `<Relationship Id="rId${index + 1}" Type="${office}/${type}" Target="${target}"/>`).join("")}</Relationships>`,
  );
}

function xml(text: string): Buffer {
  return Buffer.from(declaration + text);
}

function letters(index: number): string {
  const last = String.fromCharCode("A".charCodeAt(0) + (index % 26));
  return index < 26 ? last : letters(Math.floor(index / 26) - 1) + last;
}
