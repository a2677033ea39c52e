import { estateVersion, type Dependency, type EstateDocument } from "../../document";
import type { NoteCollector } from "../../reading-note";
import { normalizeHeader, readTable, type TableSet } from "../../table";
import type { TableReader } from "../reader";

const columns = {
  source: ["Source server name"],
  target: ["Destination server name"],
  port: ["Destination port"],
} as const;

const highestPort = 65_535;

/** Dependency export of Azure Migrate: who talks to whom, once for every time slot and process. */
export const azureMigrateDependencies: TableReader = {
  title: "Azure Migrate dependencies",
  expected: "Azure Migrate dependencies: columns Source server name and Destination server name",
  role: "supplement",
  recognize: (headers) =>
    [...headers].find(([, header]) => {
      const names = new Set(header.map(normalizeHeader));
      return names.has("source server name") && names.has("destination server name");
    })?.[0],
  read: readDependencies,
};

async function readDependencies(
  tables: TableSet,
  table: string,
  notes: NoteCollector,
): Promise<EstateDocument> {
  const dependencies = new Map<string, Dependency>();
  await readTable(tables, table, columns, ["source", "target"], notes, (row) => {
    const source = row.text("source");
    // Destinations that Azure Migrate has not discovered have an address and no name.
    const target = row.text("target");
    if (source === undefined || target === undefined) {
      notes.info(
        "Connections with an unnamed end tell nothing of machines and are left out.",
        row.placeOf("target"),
      );
      return;
    }
    const given = row.amount("port");
    const port = given !== undefined && Number.isInteger(given) && given <= highestPort ? given : undefined;
    if (given !== undefined && port === undefined) row.doubtful("port", "is no port and is left out");
    dependencies.set(`${source}\n${target}\n${port ?? ""}`.toLowerCase(), {
      source,
      target,
      ...(port === undefined ? {} : { port }),
    });
  });
  return { schema: estateVersion, machines: [], dependencies: [...dependencies.values()] };
}
