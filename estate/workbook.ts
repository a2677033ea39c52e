import { posix } from "node:path";
import { InputError } from "../landing-zone/input-error";
import type { TableSet } from "./table";
import { openArchive, type Archive } from "./workbook/archive";
import { readSharedStrings } from "./workbook/shared-strings";
import { readSheetRows } from "./workbook/sheet";
import { parseXml } from "./workbook/xml";

/**
 * A spreadsheet workbook (Office Open XML), read sheet by sheet without holding one in memory. Only what
 * inventories need: raw values, no styles, no formulas, no dates.
 */
export interface Workbook extends TableSet {
  close(): Promise<void>;
}

/**
 * @throws InputError when the file is damaged, or a zip container but no workbook.
 */
export async function openWorkbook(file: string): Promise<Workbook> {
  const archive = await openArchive(file);
  try {
    const main = await mainPart(archive, file);
    const targets = await relationships(archive, main, file);
    const sheets = await sheetParts(archive, main, targets, file);
    let strings: Promise<readonly string[]> | undefined;
    const sharedStrings = (): Promise<readonly string[]> => {
      const part = [...targets.values()].find((target) => target.type.endsWith("/sharedStrings"))?.part;
      strings ??=
        part === undefined || !archive.has(part)
          ? Promise.resolve([])
          : readSharedStrings(archive.read(part), { file });
      return strings;
    };
    return {
      file,
      sheets: [...sheets.keys()],
      placeOf: (sheet) => ({ file, sheet }),
      // Number cells are numbers; text cells with figures come from programs that write points.
      decimalSign: () => "point",
      async readRows(sheet, onRow) {
        const part = sheets.get(sheet);
        if (part === undefined) throw new RangeError(`no sheet ${sheet}`);
        await readSheetRows(archive.read(part), await sharedStrings(), onRow, { file, sheet });
      },
      close: () => archive.close(),
    };
  } catch (error) {
    await archive.close();
    throw error;
  }
}

interface Relationship {
  readonly type: string;
  readonly part: string;
}

/** Name of the workbook part, which the container names; nearly always `xl/workbook.xml`. */
async function mainPart(archive: Archive, file: string): Promise<string> {
  const main = [...(await relationships(archive, "", file)).values()].find((target) =>
    target.type.endsWith("/officeDocument"),
  )?.part;
  if (main?.endsWith(".bin") === true) {
    throw new InputError("The workbook is in the binary format (.xlsb).", "Save it as .xlsx.", { file });
  }
  if (main === undefined || !archive.has(main) || !/workbook/i.test(main)) {
    throw new InputError(
      "The file is a zip archive, but not a workbook.",
      "Give an .xlsx workbook; unpack an archive of other files first.",
      { file },
    );
  }
  return main;
}

/** Relationships of a part by id; empty where it has none. Parts outside the container are left out. */
async function relationships(
  archive: Archive,
  part: string,
  file: string,
): Promise<ReadonlyMap<string, Relationship>> {
  const folder = posix.dirname(part);
  const rels = posix.join(folder, "_rels", `${posix.basename(part)}.rels`);
  const found = new Map<string, Relationship>();
  if (!archive.has(rels)) return found;
  await parseXml(
    archive.read(rels),
    {
      open(name, { Id, Type, Target, TargetMode }) {
        if (name !== "Relationship" || Id === undefined || Type === undefined || Target === undefined) return;
        if (TargetMode === "External") return;
        const path = Target.startsWith("/") ? Target.slice(1) : posix.join(folder, Target);
        found.set(Id, { type: Type, part: posix.normalize(path) });
      },
    },
    { file },
  );
  return found;
}

/** Worksheet parts by sheet name; chart sheets and missing parts are left out. */
async function sheetParts(
  archive: Archive,
  main: string,
  targets: ReadonlyMap<string, Relationship>,
  file: string,
): Promise<ReadonlyMap<string, string>> {
  const sheets = new Map<string, string>();
  const names = new Set<string>();
  await parseXml(
    archive.read(main),
    {
      open(name, attributes) {
        if (name !== "sheet") return;
        const id = Object.entries(attributes).find(([key]) => key === "id" || key.endsWith(":id"))?.[1];
        const target = id === undefined ? undefined : targets.get(id);
        const sheet = attributes["name"];
        if (sheet === undefined || target === undefined || !target.type.endsWith("/worksheet")) return;
        // Spreadsheet programs allow no two; reading one of them would leave the other out unsaid.
        if (names.has(sheet.trim().toLowerCase())) {
          throw new InputError("Two sheets have this name.", "Rename or remove one of them.", {
            file,
            sheet,
          });
        }
        names.add(sheet.trim().toLowerCase());
        if (archive.has(target.part)) sheets.set(sheet, target.part);
      },
    },
    { file },
  );
  return sheets;
}
