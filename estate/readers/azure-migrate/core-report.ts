import type { Disk } from "../../../limits/facts/machine";
import { normalizeRegion } from "../../../limits/facts/region";
import { bootDiskEvidence, findBootDisk, parseDiskPosition } from "../../boot-disk";
import { estateVersion, type EstateDocument, type EstateMachine } from "../../document";
import { guestOs } from "../../guest-os";
import type { NoteCollector } from "../../reading-note";
import { normalizeHeader, readTable, type TableSet } from "../../table";
import type { TableRow } from "../../table-row";
import type { TableReader } from "../reader";
import { networkAdapters } from "./network-adapters";
import { azureMigrateVerdict } from "./readiness";
import { siteKindOf } from "./site-kind";

const columns = {
  name: ["Machine Name"],
  readiness: ["Azure VM Readiness"],
  issues: ["Azure VM Readiness - Warnings"],
  os: ["Operating System"],
  host: ["VM Host"],
  boot: ["Boot Type"],
  cores: ["Cores"],
  memory: ["Memory (in MB)"],
  storage: ["Storage (in GB)"],
  nicCount: ["Network Adapters"],
  ipAddresses: ["IP Addresses"],
  macAddresses: ["MAC Addresses"],
  diskNames: ["Disk Names"],
  id: ["Machine ID"],
} as const;

const propertyColumns = { region: ["Target Region"] } as const;

type Row = TableRow<keyof typeof columns>;

/** The sheet of all machines; the other ones split them by workload and strategy. */
const allMachines = "all_vm_iaas_server_rehost_perf";

/**
 * Core report of the Azure Migrate Export utility. A machine with one disk has its size; of several only names and
 * their sum are told. Figures of performance are percentiles of use, not churn, and are not read.
 */
export const azureMigrateCore: TableReader = {
  title: "Azure Migrate core report",
  expected: "Azure Migrate core report: a sheet All_VM_IaaS_Server_Rehost_Perf",
  recognize(headers) {
    const sheets = [...headers].filter(([, header]) => isMachineSheet(header)).map(([sheet]) => sheet);
    return sheets.find((sheet) => normalizeHeader(sheet) === allMachines) ?? sheets[0];
  },
  read: readCoreReport,
};

function isMachineSheet(header: readonly string[]): boolean {
  const names = new Set(header.map(normalizeHeader));
  return ["machine name", "azure vm readiness", "disk names"].every((name) => names.has(name));
}

async function readCoreReport(
  tables: TableSet,
  table: string,
  notes: NoteCollector,
): Promise<EstateDocument> {
  const machines: EstateMachine[] = [];
  if (normalizeHeader(table) !== allMachines) {
    notes.warning(
      "There is no sheet All_VM_IaaS_Server_Rehost_Perf: this one has the machines of one strategy only.",
      tables.placeOf(table),
    );
  }
  await readTable(tables, table, columns, ["name"], notes, (row) => {
    const name = row.text("name");
    if (name === undefined) {
      notes.warning("The row has no machine name and is left out.", row.placeOf("name"));
      return;
    }
    machines.push(machineOf(name, row, notes));
  });
  const region = await targetRegion(tables, notes);
  return { schema: estateVersion, ...(region === undefined ? {} : { target: { region } }), machines };
}

function machineOf(name: string, row: Row, notes: NoteCollector): EstateMachine {
  const id = row.text("id");
  const kind = siteKindOf(row);
  const os = guestOs(row.text("os"));
  if (os === undefined && row.text("os") !== undefined) {
    row.doubtful("os", "names no operating system that is known");
  }
  const boot = row.text("boot")?.toLowerCase();
  const host = row.text("host");
  const cpuCores = row.count("cores") || undefined;
  const memoryMiB = row.amount("memory") || undefined;
  const nics = networkAdapters(row.text("macAddresses"), row.text("ipAddresses"), row.count("nicCount"));
  const disks = disksOf(row, notes);
  return {
    name,
    ...(id === undefined ? {} : { id }),
    ...(kind === undefined ? {} : { kind }),
    ...(os === undefined ? {} : { os }),
    ...(boot === "bios" ? { firmware: "bios" } : {}),
    ...(boot === "efi" || boot === "uefi" ? { firmware: "uefi" } : {}),
    ...(cpuCores === undefined ? {} : { cpuCores }),
    ...(memoryMiB === undefined ? {} : { memoryMiB }),
    ...(disks.length === 0 ? {} : { disks }),
    ...(nics === undefined ? {} : { nics }),
    ...(host === undefined ? {} : { host }),
    ...azureMigrateVerdict(row),
    ...row.origin(),
  };
}

/** Names end in a semicolon each: `scsi0:0;scsi0:1;`. */
function disksOf(row: Row, notes: NoteCollector): readonly Disk[] {
  const names = (row.text("diskNames") ?? "")
    .split(";")
    .map((name) => name.trim())
    .filter((name) => name !== "");
  const storage = row.amount("storage") || undefined;
  const [only] = names;
  if (only !== undefined && names.length === 1) {
    return [{ name: only, ...(storage === undefined ? {} : { sizeGiB: storage }), os: true }];
  }
  if (names.length === 0) return [];
  notes.warning(
    "Of several disks only the sum of their sizes is told: what depends on a disk's size is not decided.",
    row.placeOf("storage"),
  );
  const positions = names.map((name) => ({ name, position: parseDiskPosition(name) }));
  const boot = findBootDisk(positions);
  if (boot.index === undefined) {
    notes.warning(
      "Nothing tells which disk holds the operating system.",
      row.placeOf("diskNames"),
      "no boot disk",
    );
  } else if (boot.evidence !== "only") {
    const { file, sheet } = row.placeOf();
    notes.info(bootDiskEvidence[boot.evidence], { file, sheet });
  }
  return names.map((name, index) => ({
    name,
    ...(boot.index === undefined ? {} : { os: index === boot.index }),
  }));
}

/** Region that the assessments were made for. */
async function targetRegion(tables: TableSet, notes: NoteCollector): Promise<string | undefined> {
  const sheet = tables.sheets.find((name) => normalizeHeader(name) === "properties");
  if (sheet === undefined) return undefined;
  let region: string | undefined;
  await readTable(tables, sheet, propertyColumns, [], notes, (row) => {
    const value = row.text("region");
    if (value === undefined) return;
    region = normalizeRegion(value);
    notes.info(
      `The target region is ${region}, as in the report; --region judges by another.`,
      row.placeOf("region"),
    );
  });
  return region;
}
