import { readFile, stat } from "node:fs/promises";
import { extname } from "node:path";
import { decodeText } from "../landing-zone/decode-text";
import { InputError, quoted } from "../landing-zone/input-error";
import { parseSourceDocument } from "../landing-zone/source-document";
import type { Experience, Intent, Scenario } from "../limits/scenarios";
import { containerOf, inventoryFiles } from "./container";
import { estateFormat, estateVersion, type EstateDocument } from "./document";
import { mergeEstates } from "./merge";
import { azureMigrateAssessment } from "./readers/azure-migrate/assessment-export";
import { isEstateDocument, readEstateDocument } from "./readers/estate-document";
import type { TableReader } from "./readers/reader";
import { rvtools } from "./readers/rvtools/workbook";
import { NoteCollector, type ReadingNote } from "./reading-note";
import { readHeader, type TableSet } from "./table";
import { openWorkbook } from "./workbook";

/** What was understood of an inventory, and what has to be said about it. */
export interface EstateReading {
  readonly document: EstateDocument;
  readonly notes: readonly ReadingNote[];
}

export interface ReadOptions {
  /** Of every machine that names none itself; readers infer one where absent. */
  readonly scenario?: Scenario;
  readonly experience?: Experience;
  readonly intent?: Intent;
  /** Told what is being read: for a progress line. */
  readonly onProgress?: (progress: ReadProgress) => void;
}

export interface ReadProgress {
  readonly file: string;
  readonly sheet?: string;
  /** Rows of the sheet read so far. */
  readonly rows: number;
}

/** Formats whose inventories are tables, in the order in which they are tried. */
const tableReaders: readonly TableReader[] = [azureMigrateAssessment, rvtools];

/** Longest text read as one document; a JavaScript string cannot be much longer. */
const mostTextBytes = 400 * 1024 * 1024;

/** Rows between two reports of progress. */
const rowsPerProgress = 2000;

/**
 * Reads inventories of any known format, told from their content, and merges them into one estate.
 *
 * @param paths files, or folders with such files
 * @throws InputError when a file cannot be read as an inventory.
 */
export async function readEstate(
  paths: readonly string[],
  options: ReadOptions = {},
): Promise<EstateReading> {
  const notes = new NoteCollector();
  const files = await inventoryFiles(paths);
  const estates: EstateDocument[] = [];
  for (const file of files) {
    options.onProgress?.({ file, rows: 0 });
    const estate =
      (await containerOf(file)) === "zip"
        ? await readWorkbook(file, notes, options)
        : await readText(file, notes);
    estates.push(estate);
  }
  const [first, ...others] = estates;
  if (first === undefined) {
    throw new InputError("No inventory was given.", "Give the path of a workbook or of an estate document.");
  }
  const { scenario, experience, intent } = options;
  const document: EstateDocument = {
    ...mergeEstates(first, others, notes),
    ...(scenario === undefined ? {} : { scenario }),
    ...(experience === undefined ? {} : { experience }),
    ...(intent === undefined ? {} : { intent }),
  };
  return { document, notes: notes.notes() };
}

async function readText(file: string, notes: NoteCollector): Promise<EstateDocument> {
  const { size } = await stat(file);
  if (size > mostTextBytes) {
    throw new InputError(
      `The document has ${Math.ceil(size / 2 ** 20)} MiB; at most ${mostTextBytes / 2 ** 20} MiB are read.`,
      "Split it into several estate documents and give them all.",
      { file },
    );
  }
  const text = decodeText(await readFile(file), file);
  const named = extname(file).toLowerCase();
  if (named.startsWith(".xls") && !/^\s*[{\[]|^\s*schema\s*:/m.test(text)) {
    throw new InputError(
      `The file is named ${named} but holds plain text, not a workbook.`,
      "Export the inventory again as a workbook.",
      { file },
    );
  }
  // Other text would only be told where it stops being YAML.
  const source =
    text.includes(estateFormat) || text.trim() === "" ? parseSourceDocument(text, file) : undefined;
  if (source === undefined || !isEstateDocument(source)) {
    throw new InputError(
      `The text is no estate document: it does not say ${quoted(`schema: ${estateVersion}`)}.`,
      "Give an estate document (`asr schema estate` prints its schema) or an inventory workbook.",
      { file },
    );
  }
  return readEstateDocument(source, notes);
}

async function readWorkbook(
  file: string,
  notes: NoteCollector,
  options: ReadOptions,
): Promise<EstateDocument> {
  const workbook = await openWorkbook(file);
  try {
    const headers = new Map<string, readonly string[]>();
    for (const sheet of workbook.sheets) headers.set(sheet, await readHeader(workbook, sheet));
    for (const reader of tableReaders) {
      const machineTable = reader.recognize(headers);
      if (machineTable === undefined) continue;
      const tables = options.onProgress === undefined ? workbook : withProgress(workbook, options.onProgress);
      const document = await reader.read(tables, machineTable, notes, options);
      if (document.machines.length === 0) {
        throw new InputError("The sheet lists no machine.", `Export the inventory again (${reader.title}).`, {
          file,
          sheet: machineTable,
        });
      }
      return document;
    }
    throw new InputError(
      `No sheet of the workbook is an inventory; it has ${sheetsText(workbook.sheets)}.`,
      `Expected is one of: ${tableReaders.map((reader) => reader.expected).join("; ")}.`,
      { file },
    );
  } finally {
    await workbook.close();
  }
}

/** Sheets named in a message. */
const mostSheetsNamed = 12;

function sheetsText(sheets: readonly string[]): string {
  if (sheets.length === 0) return "no sheet of cells at all";
  const more = sheets.length - mostSheetsNamed;
  const named = sheets.slice(0, mostSheetsNamed).map((sheet) => quoted(sheet));
  return `the ${sheets.length === 1 ? "sheet" : "sheets"} ${named.join(", ")}${more > 0 ? ` and ${more} more` : ""}`;
}

function withProgress(tables: TableSet, onProgress: (progress: ReadProgress) => void): TableSet {
  return {
    file: tables.file,
    sheets: tables.sheets,
    readRows(sheet, onRow) {
      let rows = 0;
      return tables.readRows(sheet, (cells, row) => {
        rows += 1;
        if (rows % rowsPerProgress === 0) onProgress({ file: tables.file, sheet, rows });
        return onRow(cells, row);
      });
    },
  };
}
