import { readFile, stat } from "node:fs/promises";
import { extname } from "node:path";
import { decodeText } from "../landing-zone/decode-text";
import { InputError, quoted } from "../landing-zone/input-error";
import { parseSourceDocument } from "../landing-zone/source-document";
import { delimitedPart } from "./delimited/delimited-source";
import { readTextHead } from "./delimited/text-file";
import { estateFormat, estateVersion, type EstateDocument } from "./document";
import { expectedText, partOf, readerOf } from "./read-tables";
import { isEstateDocument, readEstateDocument } from "./readers/estate-document";
import { hyperVTables } from "./readers/hyper-v/tables";
import { resourceTable } from "./readers/resource-graph/inventory";
import { vmListPart } from "./readers/vm-list";
import type { NoteCollector } from "./reading-note";
import { recordsOf, type JsonRecord } from "./records/record-tables";
import type { TablePart } from "./table-part";

/** What a text file holds: a whole estate, or tables that a reader has to make one of. */
export type TextContent =
  | { readonly kind: "estate"; readonly document: EstateDocument }
  | { readonly kind: "tables"; readonly parts: readonly TablePart[] }
  | { readonly kind: "unknown"; readonly error: InputError };

/** Longest text read as one document; a JavaScript string cannot be much longer. */
const mostTextBytes = 400 * 1024 * 1024;

/**
 * Tells what a text file holds, from its content.
 *
 * @throws InputError when it is no text, or a document with a mistake in it.
 */
export async function readText(file: string, notes: NoteCollector): Promise<TextContent> {
  const head = await readTextHead(file);
  const asDocument = /^\s*[[{]/.test(head.text) || new RegExp(`schema\\W+${estateFormat}`).test(head.text);
  const part = asDocument ? undefined : delimitedPart(file, head, notes);
  if (part !== undefined && isTable(part)) return { kind: "tables", parts: [part] };
  const text = await wholeText(file);
  const named = extname(file).toLowerCase();
  if (named.startsWith(".xls") && !/^\s*[{[]|^\s*schema\s*:/m.test(text)) {
    const problem = `The file is named ${named} but holds plain text, not a workbook.`;
    return unknown(problem, "Export the inventory again as a workbook.", file);
  }
  // Other text would only be told where it stops being YAML.
  const source =
    asDocument || text.includes(estateFormat) || text.trim() === ""
      ? parseSourceDocument(text, file)
      : undefined;
  if (source !== undefined && isEstateDocument(source)) {
    return { kind: "estate", document: readEstateDocument(source, notes) };
  }
  const records = source === undefined ? undefined : recordsOf(source.value);
  const tables = records === undefined ? undefined : recordParts(file, records);
  if (tables !== undefined) return { kind: "tables", parts: tables };
  const list = source === undefined ? vmListPart(file, text) : undefined;
  if (list !== undefined) return { kind: "tables", parts: [list] };
  if (part !== undefined && head.text.trim().includes("\n")) {
    const columns = part.header.slice(0, mostColumnsNamed).map((name) => quoted(name.trim()));
    return unknown(
      `The table is no inventory that is known; its first columns are ${columns.join(", ")}.`,
      expectedText(),
      file,
    );
  }
  return unknown(
    `The text is no estate document: it does not say ${quoted(`schema: ${estateVersion}`)}.`,
    "Give an estate document (`asr schema estate` prints its schema) or an inventory workbook.",
    file,
  );
}

/** Tables of records; undefined where no reader knows them. */
export function recordParts(name: string, records: readonly JsonRecord[]): readonly TablePart[] | undefined {
  const resources = resourceTable(name, records);
  return resources === undefined ? hyperVTables(name, records) : [resources];
}

/** Columns of an unknown table that a message names. */
const mostColumnsNamed = 6;

function isTable(part: TablePart): boolean {
  return partOf(part) !== undefined || readerOf(new Map([[part.file, part.header]])) !== undefined;
}

async function wholeText(file: string): Promise<string> {
  const { size } = await stat(file);
  if (size > mostTextBytes) {
    throw new InputError(
      `The document has ${Math.ceil(size / 2 ** 20)} MiB; at most ${mostTextBytes / 2 ** 20} MiB are read.`,
      "Split it into several estate documents and give them all.",
      { file },
    );
  }
  return decodeText(await readFile(file), file);
}

function unknown(problem: string, remedy: string, file: string): TextContent {
  return { kind: "unknown", error: new InputError(problem, remedy, { file }) };
}
