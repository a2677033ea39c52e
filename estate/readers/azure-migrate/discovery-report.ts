import { estateVersion, type EstateDocument, type EstateMachine } from "../../document";
import { guestOs } from "../../guest-os";
import type { NoteCollector } from "../../reading-note";
import { normalizeHeader, readTable, type TableSet } from "../../table";
import type { TableRow } from "../../table-row";
import type { TableReader } from "../reader";
import { networkAdapters } from "./network-adapters";
import { siteKindOf } from "./site-kind";

const columns = {
  name: ["Machine Name"],
  os: ["Operating System"],
  cores: ["Cores"],
  memory: ["Memory (in MB)"],
  diskCount: ["Total Disks"],
  ipAddresses: ["IP Addresses"],
  macAddresses: ["MAC Addresses"],
  nicCount: ["Total Network Adapters"],
  boot: ["Boot Type"],
  power: ["Power Stats"],
  id: ["Machine ID"],
} as const;

type Row = TableRow<keyof typeof columns>;

/**
 * Discovery report of the Azure Migrate Export utility (sheet `Discovery_Report`). It counts disks and says
 * nothing of their sizes. Numbers of -1 were not collected.
 */
export const azureMigrateDiscovery: TableReader = {
  title: "Azure Migrate discovery report",
  expected: "Azure Migrate discovery report: a sheet Discovery_Report",
  recognize: (headers) =>
    [...headers].find(([, header]) => {
      const names = new Set(header.map(normalizeHeader));
      return names.has("machine name") && names.has("total disks") && names.has("machine id");
    })?.[0],
  read: readDiscoveryReport,
};

async function readDiscoveryReport(
  tables: TableSet,
  table: string,
  notes: NoteCollector,
): Promise<EstateDocument> {
  const machines: EstateMachine[] = [];
  notes.warning("A discovery report has no sizes of disks: what depends on them is not decided.", {
    ...tables.placeOf(table),
  });
  await readTable(tables, table, columns, ["name"], notes, (row) => {
    const name = row.text("name");
    if (name === undefined) {
      notes.warning("The row has no machine name and is left out.", row.placeOf("name"));
      return;
    }
    machines.push(machineOf(name, row));
  });
  return { schema: estateVersion, machines };
}

function machineOf(name: string, row: Row): EstateMachine {
  const id = row.text("id");
  const kind = siteKindOf(row);
  const os = guestOs(row.text("os"));
  if (os === undefined && row.text("os") !== undefined) {
    row.doubtful("os", "names no operating system that is known");
  }
  const boot = row.text("boot")?.toLowerCase();
  const power = row.text("power")?.toLowerCase();
  const cpuCores = collected(row, "cores");
  const memoryMiB = collected(row, "memory");
  const disks = collected(row, "diskCount");
  const nics = networkAdapters(row.text("macAddresses"), row.text("ipAddresses"), collected(row, "nicCount"));
  return {
    name,
    ...(id === undefined ? {} : { id }),
    ...(kind === undefined ? {} : { kind }),
    ...(os === undefined ? {} : { os }),
    ...(boot === "bios" ? { firmware: "bios" } : {}),
    ...(boot === "efi" || boot === "uefi" ? { firmware: "uefi" } : {}),
    ...(cpuCores === undefined ? {} : { cpuCores }),
    ...(memoryMiB === undefined ? {} : { memoryMiB }),
    ...(disks === undefined
      ? {}
      : { disks: disks === 1 ? [{ os: true }] : Array.from({ length: disks }, () => ({})) }),
    ...(nics === undefined ? {} : { nics }),
    ...(power === "on" || power === "off" ? { powerState: power } : {}),
    ...row.origin(),
  };
}

/** A number of what the machine has; -1 and 0 were not collected. */
function collected(row: Row, column: "cores" | "memory" | "diskCount" | "nicCount"): number | undefined {
  if (Number(row.cell(column)) === -1) return undefined;
  return (column === "memory" ? row.amount(column) : row.count(column)) || undefined;
}
