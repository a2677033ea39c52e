import { InputError } from "../landing-zone/input-error";
import type { Experience, Intent, Scenario } from "../limits/scenarios";
import { containerOf, inventoryFiles, type InventoryFile } from "./container";
import type { EstateDocument } from "./document";
import { mergeEstates } from "./merge";
import type { ChurnSample } from "./planning/churn-series";
import {
  expectedText,
  partOf,
  readerOf,
  readTables,
  readWorkbook,
  type ReadInventory,
  type RowProgress,
} from "./read-tables";
import { readText, recordParts } from "./read-texts";
import type { ReaderOptions } from "./readers/reader";
import type { JsonRecord } from "./records/record-tables";
import { NoteCollector, type ReadingNote } from "./reading-note";
import { noteRepeatedIds } from "./repeated-ids";
import { supplementEstate } from "./supplement";
import { tableSetOf, type TablePart } from "./table-part";

/** What was understood of an inventory, and what has to be said about it. */
export interface EstateReading {
  readonly document: EstateDocument;
  readonly notes: readonly ReadingNote[];
  /** Measurements over time, for a plan; only where they were asked for and files have some. */
  readonly churnSamples?: readonly ChurnSample[];
}

/** Records that lie in no file, such as the answer of a service. */
export interface RecordList {
  /** What messages call them. */
  readonly name: string;
  readonly records: readonly JsonRecord[];
}

export interface ReadOptions {
  /** Read beside the files. */
  readonly recordLists?: readonly RecordList[];
  /** Of every machine that names none itself; readers infer one where absent. */
  readonly scenario?: Scenario;
  readonly experience?: Experience;
  readonly intent?: Intent;
  /** Keeps measurements over time for a plan; otherwise percentile and peak alone remain of them. */
  readonly keepChurnSeries?: boolean;
  /** Told what is being read: for a progress line. */
  readonly onProgress?: (progress: ReadProgress) => void;
}

export interface ReadProgress {
  readonly file: string;
  readonly sheet?: string;
  /** Rows of the sheet read so far. */
  readonly rows: number;
}

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
  const series: Iterable<ChurnSample>[] = [];
  const readerOptions: ReadOptions & ReaderOptions =
    options.keepChurnSeries === true
      ? { ...options, onChurnSeries: (samples) => series.push(samples) }
      : options;
  const inventories = await openInventories(await inventoryFiles(paths), notes, readerOptions);
  const read: ReadInventory[] = [];
  for (const inventory of inventories) read.push(await inventory());
  const estates = read.filter(({ role }) => role === "inventory").map(({ document }) => document);
  const supplements = read.filter(({ role }) => role === "supplement").map(({ document }) => document);
  for (const estate of estates) noteRepeatedIds(estate, notes);
  const [first, ...others] = estates.length > 0 ? estates : supplements;
  if (first === undefined) {
    throw new InputError("No inventory was given.", "Give the path of a workbook or of an estate document.");
  }
  const merged = mergeEstates(first, others, notes);
  const { scenario, experience, intent } = options;
  const document: EstateDocument = {
    ...(estates.length > 0 ? supplementEstate(merged, supplements, notes) : merged),
    ...(scenario === undefined ? {} : { scenario }),
    ...(experience === undefined ? {} : { experience }),
    ...(intent === undefined ? {} : { intent }),
  };
  if (document.machines.length === 0 && estates.length === 0) {
    throw new InputError(
      "The file tells who talks to whom, but lists no machine.",
      "Give it together with an inventory.",
      { file: paths[0] },
    );
  }
  const churnSamples = series.length === 0 ? undefined : series.flatMap((samples) => [...samples]);
  return { document, notes: notes.notes(), ...(churnSamples === undefined ? {} : { churnSamples }) };
}

/** An inventory that is ready to be read: of one file, or of several that belong together. */
type OpenInventory = () => Promise<ReadInventory>;

/** Inventories in the order of their first files. Of a folder, files that are none are left out with a note. */
async function openInventories(
  files: readonly InventoryFile[],
  notes: NoteCollector,
  options: ReadOptions & ReaderOptions,
): Promise<readonly OpenInventory[]> {
  const inventories: OpenInventory[] = [];
  const groups = new Map<string, Map<string, TablePart>>();
  const refused: InputError[] = [];
  const { onProgress } = options;
  const onRows: RowProgress | undefined =
    onProgress === undefined
      ? undefined
      : (file, sheet, rows) => {
          onProgress({ file, ...(sheet === undefined ? {} : { sheet }), rows });
        };
  const addPart = (part: TablePart): void => {
    const place = partOf(part);
    if (place === undefined) {
      inventories.push(() => readParts(new Map([[part.file, part]]), notes, options, onRows));
      return;
    }
    if (place.table === undefined) {
      notes.info("The file holds nothing that is judged and is left out.", { file: part.file });
      return;
    }
    const key = `${place.reader.title}\n${place.inventory}`;
    const group = groups.get(key) ?? new Map<string, TablePart>();
    if (!groups.has(key)) {
      groups.set(key, group);
      inventories.push(() => readParts(group, notes, options, onRows));
    }
    const known = group.get(place.table);
    if (known !== undefined) {
      throw new InputError(
        `The file holds the same table as ${known.file}.`,
        "Give one of them, or keep the files of each export in a folder of its own.",
        { file: part.file },
      );
    }
    group.set(place.table, part);
  };
  for (const { file, inFolder } of files) {
    onProgress?.({ file, rows: 0 });
    if ((await containerOf(file)) === "zip") {
      inventories.push(() => readWorkbook(file, notes, options, onRows));
      continue;
    }
    const content = await readText(file, notes);
    if (content.kind === "estate") {
      const { document } = content;
      inventories.push(() => Promise.resolve({ document, role: "inventory" }));
    } else if (content.kind === "tables") content.parts.forEach(addPart);
    else if (inFolder) refused.push(content.error);
    else throw content.error;
  }
  for (const { name, records } of options.recordLists ?? []) {
    const parts = recordParts(name, records);
    if (parts === undefined) {
      throw new InputError("The records are no inventory that is known.", expectedText(), { file: name });
    }
    parts.forEach(addPart);
  }
  if (inventories.length === 0 && refused[0] !== undefined) throw refused[0];
  for (const { place } of refused) notes.warning("The file is no inventory and is left out.", place);
  return inventories;
}

async function readParts(
  parts: ReadonlyMap<string, TablePart>,
  notes: NoteCollector,
  options: ReadOptions & ReaderOptions,
  onRows: RowProgress | undefined,
): Promise<ReadInventory> {
  const tables = tableSetOf(parts);
  const found = readerOf(new Map([...parts].map(([table, { header }]) => [table, header])));
  if (found === undefined) {
    throw new InputError("Nothing in the file lists machines.", expectedText(), { file: tables.file });
  }
  return readTables(tables, found, notes, options, onRows);
}
