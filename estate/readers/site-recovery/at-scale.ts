import { estateVersion, type EstateDocument, type EstateMachine } from "../../document";
import type { DiskType } from "../../../limits/facts/machine";
import type { NoteCollector } from "../../reading-note";
import { normalizeHeader, readTable, type TableSet } from "../../table";
import type { TableRow } from "../../table-row";
import type { ReaderOptions, TableReader } from "../reader";

const columns = {
  name: ["SOURCE_MACHINE_NAME"],
  azureName: ["TARGET_MACHINE_NAME"],
  configurationServer: ["CONFIGURATION_SERVER"],
  processServer: ["PROCESS_SERVER"],
  diskType: ["RECOVERY_VM_MANAGED_DISK_TYPE"],
} as const;

type Row = TableRow<keyof typeof columns>;

/**
 * CSV of Microsoft's scripts that protect many machines at once: what an operator decided for each machine.
 * Names in Azure, servers and disk types are facts of the estate; vault, networks and policy are of the plan.
 */
export const siteRecoveryAtScale: TableReader = {
  title: "Site Recovery at scale",
  expected: "Site Recovery at scale: columns SOURCE_MACHINE_NAME and TARGET_MACHINE_NAME",
  role: "supplement",
  recognize: (headers) =>
    [...headers].find(([, header]) => {
      const names = new Set(header.map(normalizeHeader));
      return names.has("source_machine_name") && names.has("vault_name");
    })?.[0],
  read: readAtScale,
};

async function readAtScale(
  tables: TableSet,
  table: string,
  notes: NoteCollector,
  options: ReaderOptions,
): Promise<EstateDocument> {
  const machines: EstateMachine[] = [];
  const configurationServers = new Set<string>();
  const processServers = new Set<string>();
  const diskTypes = new Set<DiskType | undefined>();
  await readTable(tables, table, columns, ["name"], notes, (row) => {
    const name = row.text("name");
    if (name === undefined) {
      notes.warning("The row has no source machine and is left out.", row.placeOf("name"));
      return;
    }
    if (isPlaceholder(name)) row.doubtful("name", "is the template's placeholder, not a machine");
    const azureName = decided(row, "azureName");
    machines.push({ name, ...(azureName === undefined ? {} : { azureName }) });
    addTo(configurationServers, decided(row, "configurationServer"));
    addTo(processServers, decided(row, "processServer"));
    diskTypes.add(diskTypeOf(row));
  });
  const [hostName] = configurationServers;
  if (configurationServers.size > 1) {
    notes.warning(
      `${configurationServers.size} configuration servers are named; each has its own estate, and none is judged here.`,
      tables.placeOf(table),
    );
  }
  const [diskType] = diskTypes;
  return {
    schema: estateVersion,
    scenario: options.scenario ?? "vmware-to-azure",
    // Disks are not listed: a type that all machines share is the target's.
    ...(diskType === undefined || diskTypes.size > 1 ? {} : { target: { diskType } }),
    ...(hostName === undefined || configurationServers.size > 1 ? {} : { configurationServer: { hostName } }),
    ...(processServers.size === 0 ? {} : { processServers: [...processServers].map((name) => ({ name })) }),
    machines,
  };
}

const diskTypesBySku: Readonly<Record<string, DiskType>> = {
  standard_lrs: "standard-hdd",
  standardssd_lrs: "standard-ssd",
  premium_lrs: "premium-ssd",
};

function diskTypeOf(row: Row): DiskType | undefined {
  const sku = decided(row, "diskType")?.toLowerCase();
  if (sku === undefined) return undefined;
  if (Object.hasOwn(diskTypesBySku, sku)) return diskTypesBySku[sku];
  row.doubtful("diskType", "is no type of managed disk that is known and is left out");
  return undefined;
}

/** A cell that was filled in: not blank, and not the template's `<vault_name_1>`. */
function decided(row: Row, column: keyof typeof columns): string | undefined {
  const text = row.text(column);
  if (text === undefined || !isPlaceholder(text)) return text;
  row.doubtful(column, "is the template's placeholder and is left out");
  return undefined;
}

function isPlaceholder(text: string): boolean {
  return /^<.*>$/.test(text);
}

function addTo(set: Set<string>, value: string | undefined): void {
  if (value !== undefined) set.add(value);
}
