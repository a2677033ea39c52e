import { buildZip, type ZipPart } from "./build-zip";

export type CellValue = string | number | boolean | null;

/** Rows of a sheet; `null` is a blank cell, an empty row is written as a row without cells. */
export type Rows = readonly (readonly CellValue[])[];

export interface WorkbookShape {
  /** Text as shared strings, as spreadsheet programs write it, instead of in the cells. */
  readonly sharedStrings?: boolean;
  /** Parts that replace or join the usual ones. */
  readonly parts?: readonly ZipPart[];
}

const main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const packages = "http://schemas.openxmlformats.org/package/2006/relationships";
const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

/** A small .xlsx workbook. */
export function buildWorkbook(sheets: Readonly<Record<string, Rows>>, shape: WorkbookShape = {}): Buffer {
  return buildZip(workbookParts(sheets, shape));
}

export function workbookParts(
  sheets: Readonly<Record<string, Rows>>,
  { sharedStrings = false, parts = [] }: WorkbookShape = {},
): readonly ZipPart[] {
  const strings = new Map<string, number>();
  const names = Object.keys(sheets);
  const sheetParts = Object.values(sheets).map((rows, index) => ({
    name: `xl/worksheets/sheet${index + 1}.xml`,
    content: sheetXml(rows, sharedStrings ? strings : undefined),
  }));
  const usual: ZipPart[] = [
    {
      name: "_rels/.rels",
      content: `${declaration}<Relationships xmlns="${packages}"><Relationship Id="rId1" Type="${office}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    },
    {
      name: "xl/workbook.xml",
      content: `${declaration}<workbook xmlns="${main}" xmlns:r="${office}"><sheets>${names
        .map(
          (name, index) => `<sheet name="${escaped(name)}" sheetId="${index + 1}" r:id="rId${index + 1}"/>`,
        )
        .join("")}</sheets></workbook>`,
    },
    {
      name: "xl/_rels/workbook.xml.rels",
      content: `${declaration}<Relationships xmlns="${packages}">${names
        .map(
          (_, index) =>
            `<Relationship Id="rId${index + 1}" Type="${office}/worksheet" Target="worksheets/sheet${index + 1}.xml"/>`,
        )
        .join(
          "",
        )}<Relationship Id="rId0" Type="${office}/sharedStrings" Target="sharedStrings.xml"/></Relationships>`,
    },
    ...sheetParts,
    ...(sharedStrings
      ? [
          {
            name: "xl/sharedStrings.xml",
            content: `${declaration}<sst xmlns="${main}">${[...strings.keys()]
              .map((text) => `<si><t xml:space="preserve">${escaped(text)}</t></si>`)
              .join("")}</sst>`,
          },
        ]
      : []),
  ];
  const replaced = new Set(parts.map(({ name }) => name));
  return [...usual.filter(({ name }) => !replaced.has(name)), ...parts];
}

export function sheetXml(rows: Rows, strings?: Map<string, number>): string {
  const body = rows
    .map((cells, rowIndex) => {
      const row = rowIndex + 1;
      return `<row r="${row}">${cells.map((cell, column) => cellXml(cell, `${letters(column)}${row}`, strings)).join("")}</row>`;
    })
    .join("");
  return `${declaration}<worksheet xmlns="${main}"><sheetData>${body}</sheetData></worksheet>`;
}

function cellXml(cell: CellValue, reference: string, strings: Map<string, number> | undefined): string {
  if (cell === null) return "";
  if (typeof cell === "number") return `<c r="${reference}"><v>${cell}</v></c>`;
  if (typeof cell === "boolean") return `<c r="${reference}" t="b"><v>${cell ? 1 : 0}</v></c>`;
  if (strings === undefined) return `<c r="${reference}" t="inlineStr"><is><t>${escaped(cell)}</t></is></c>`;
  const known = strings.get(cell) ?? strings.size;
  strings.set(cell, known);
  return `<c r="${reference}" t="s"><v>${known}</v></c>`;
}

function letters(index: number): string {
  const last = String.fromCharCode(65 + (index % 26));
  return index < 26 ? last : letters(Math.floor(index / 26) - 1) + last;
}

function escaped(text: string): string {
  return text
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;");
}
