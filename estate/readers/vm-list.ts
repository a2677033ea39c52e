import { isIP } from "node:net";
import { estateVersion, type EstateDocument, type EstateMachine } from "../document";
import type { NoteCollector } from "../reading-note";
import { readTable, type TableSet } from "../table";
import type { TablePart } from "../table-part";
import type { TableReader } from "./reader";

/** Header that a list gets here; no table of another format has it. */
const listHeader = "Machine of a list";

const columns = { name: [listHeader] } as const;

/** Longest name of a machine in vCenter. */
const longestName = 80;

/** A name without blanks and without signs that only markup, paths and sentences have. */
const bareName = /^[^\s,;|<>{}()[\]"'=:*?\\/#]+$/;

/**
 * List of machines as the Deployment Planner takes it (`VMList.txt`, `ProfileVMList.txt`): a name or address a line.
 * It tells which machines there shall be, and nothing of them.
 */
export const vmList: TableReader = {
  title: "VM list",
  expected: "VM list: a name a line, as the Deployment Planner takes it",
  role: "supplement",
  recognize: (headers) => [...headers].find(([, header]) => header[0] === listHeader)?.[0],
  read: readList,
};

/**
 * The text as a list; undefined where it is none. `Get-VM | Select Name > file` heads it with `Name` and a line of
 * dashes: names may then have blanks. Without that head it takes two names at least.
 */
export function vmListPart(file: string, text: string): TablePart | undefined {
  const lines = text.split(/\r?\n/).map((line) => line.trim());
  const first = lines.findIndex((line) => line !== "");
  const headed = /^name$/i.test(lines[first] ?? "") && /^-+$/.test(lines[first + 1] ?? "");
  const names = lines
    .map((name, index) => ({ name, row: index + 1 }))
    .slice(headed ? first + 2 : 0)
    .filter(({ name }) => name !== "");
  const fits = ({ name }: { readonly name: string }): boolean =>
    name.length <= longestName && (headed || isIP(name) !== 0 || bareName.test(name));
  if (names.length < (headed ? 1 : 2) || !names.every(fits)) return undefined;
  return {
    file,
    place: { file },
    header: [listHeader],
    decimalSign: "point",
    readRows: (onRow) => {
      if (onRow([listHeader], headed ? first + 1 : 0) === "stop") return Promise.resolve();
      for (const { name, row } of names) if (onRow([name], row) === "stop") break;
      return Promise.resolve();
    },
  };
}

async function readList(tables: TableSet, table: string, notes: NoteCollector): Promise<EstateDocument> {
  const machines: EstateMachine[] = [];
  const seen = new Set<string>();
  await readTable(tables, table, columns, ["name"], notes, (row) => {
    const name = row.text("name");
    if (name === undefined || seen.has(name.toLowerCase())) return;
    seen.add(name.toLowerCase());
    if (isIP(name) !== 0) {
      notes.warning("An address names no machine; the line is left out.", row.placeOf());
      return;
    }
    machines.push({ name, ...row.origin() });
  });
  notes.info(
    "The file is a list of names: it tells which machines there are, and nothing of them.",
    tables.placeOf(table),
  );
  return { schema: estateVersion, machines };
}
