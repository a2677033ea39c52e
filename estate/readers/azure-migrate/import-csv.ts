import { quoted } from "../../../landing-zone/input-error";
import type { Disk, Machine } from "../../../limits/facts/machine";
import { parseOperatingSystem } from "../../../limits/facts/operating-system";
import { estateVersion, type EstateDocument, type EstateMachine } from "../../document";
import type { NoteCollector } from "../../reading-note";
import { normalizeHeader, readHeader, readTable, type Columns, type TableSet } from "../../table";
import type { TableRow } from "../../table-row";
import { addressesOf, addressFacts } from "../addresses";
import type { TableReader } from "../reader";

const columns = {
  name: ["*Server name"],
  addresses: ["IP addresses"],
  macAddress: ["MAC address"],
  cores: ["*Cores"],
  memory: ["*Memory (In MB)", "Memory (MB)"],
  os: ["*OS name"],
  osVersion: ["OS version"],
  architecture: ["OS architecture"],
  serverType: ["Server type"],
  hypervisor: ["Hypervisor"],
  nicCount: ["Network adapters"],
  boot: ["Boot type", "Firmware type"],
  diskCount: ["Number of disks"],
} as const;

type Column = keyof typeof columns;

/**
 * CSV that Azure Migrate imports: one row a server, with a group of columns for each disk. A blank group is a
 * disk that the server does not have. Throughput and operations are averages of reads and writes, not churn,
 * and are not read.
 */
export const azureMigrateImport: TableReader = {
  title: "Azure Migrate import",
  expected: "Azure Migrate import: columns Server name, Cores and Memory (In MB)",
  recognize: (headers) =>
    [...headers].find(([, header]) => {
      const names = new Set(header.map(normalizeHeader));
      return names.has("server name") && names.has("cores") && names.has("os name");
    })?.[0],
  read: readImport,
};

async function readImport(tables: TableSet, table: string, notes: NoteCollector): Promise<EstateDocument> {
  const groups = diskGroups(await readHeader(tables, table));
  const machines: EstateMachine[] = [];
  const all: Columns = { ...columns, ...Object.fromEntries(groups.map((name) => [name, [name]])) };
  await readTable(tables, table, all as Record<Column, readonly string[]>, ["name"], notes, (row) => {
    const name = row.text("name");
    if (name === undefined) {
      notes.warning("The row has no server name and is left out.", row.placeOf("name"));
      return;
    }
    machines.push(machineOf(name, row, groups, notes));
  });
  return { schema: estateVersion, machines };
}

/** Headers `Disk n size (In GB)` by their number, however many there are. */
function diskGroups(header: readonly string[]): readonly string[] {
  return header
    .flatMap((text) => {
      const number = /^disk (\d+) size\b/.exec(normalizeHeader(text))?.[1];
      return number === undefined ? [] : [{ text, number: Number(number) }];
    })
    .sort((a, b) => a.number - b.number)
    .map(({ text }) => text);
}

function machineOf(
  name: string,
  row: TableRow<Column>,
  groups: readonly string[],
  notes: NoteCollector,
): EstateMachine {
  const kind = kindOf(row);
  const os = osOf(row);
  const firmware = firmwareOf(row);
  const cpuCores = row.count("cores") || undefined;
  const memoryMiB = row.amount("memory") || undefined;
  const disks = disksOf(name, row, groups, notes);
  const nics = nicsOf(row);
  return {
    name,
    ...(kind === undefined ? {} : { kind }),
    ...(os === undefined ? {} : { os }),
    ...(firmware === undefined ? {} : { firmware }),
    ...(cpuCores === undefined ? {} : { cpuCores }),
    ...(memoryMiB === undefined ? {} : { memoryMiB }),
    ...(disks === undefined ? {} : { disks }),
    ...(nics === undefined ? {} : { nics }),
    ...row.origin(),
  };
}

/** A virtual machine of a hypervisor without a way of its own is replicated as a physical server is. */
function kindOf(row: TableRow<Column>): Machine["kind"] {
  const type = row.text("serverType");
  const hypervisor = row.text("hypervisor") ?? "";
  if (type !== undefined && /^physical$/i.test(type)) return "physical";
  if (type !== undefined && !/^virtual$/i.test(type)) {
    row.doubtful("serverType", "is neither Virtual nor Physical and is left out");
  }
  if (/hyper-?v/i.test(hypervisor)) return "hyperv-vm";
  if (/vmware|vsphere|esx/i.test(hypervisor)) return "vmware-vm";
  if (hypervisor === "") return undefined;
  row.doubtful("hypervisor", "has no replication of its own: the machine is judged as a physical server");
  return "physical";
}

function osOf(row: TableRow<Column>): EstateMachine["os"] {
  const text = row.text("os");
  if (text === undefined) return undefined;
  const os = parseOperatingSystem(text, row.text("architecture"));
  if (os.family === undefined) {
    row.doubtful("os", "names no operating system that is known");
    return undefined;
  }
  const version = row.text("osVersion");
  // Windows versions by build (10.0.17763) are not those of the documents.
  if (os.version !== undefined || version === undefined || os.family !== "linux") return os;
  return { ...os, version };
}

function firmwareOf(row: TableRow<Column>): Machine["firmware"] {
  const boot = row.text("boot")?.toLowerCase();
  if (boot === undefined) return undefined;
  if (boot === "bios") return "bios";
  if (boot === "uefi" || boot === "efi") return "uefi";
  row.doubtful("boot", "is neither BIOS nor UEFI and is left out");
  return undefined;
}

function disksOf(
  name: string,
  row: TableRow<string>,
  groups: readonly string[],
  notes: NoteCollector,
): readonly Disk[] | undefined {
  const counted = row.count("diskCount");
  const disks: Disk[] = [];
  for (const group of groups) {
    if (row.text(group) === undefined) continue;
    const sizeGiB = row.amount(group);
    const number = /\d+/.exec(group)?.[0] ?? "";
    disks.push({ name: `Disk ${number}`, ...(sizeGiB === undefined || sizeGiB === 0 ? {} : { sizeGiB }) });
    if (sizeGiB === 0) row.doubtful(group, "is no size of a disk and is left out");
  }
  if (disks.length > 0 && counted !== undefined && counted !== disks.length) {
    notes.warning(
      `${quoted(name)} has ${counted} disks by number and ${disks.length} by size; the larger number is used, and what is not given is unknown.`,
      row.placeOf("diskCount"),
      "numbers of disks differ",
    );
  }
  const count = Math.max(disks.length, counted ?? 0);
  if (count === 0) return undefined;
  const all = Array.from({ length: count }, (_, index): Disk => disks[index] ?? {});
  return count === 1 ? [{ ...all[0], os: true }] : all;
}

/** With one adapter, all addresses are its own; with several, whose they are is not told. */
function nicsOf(row: TableRow<Column>): EstateMachine["nics"] {
  const addresses = addressesOf(row.text("addresses"));
  const macs = addressesOf(row.text("macAddress"));
  const count = row.count("nicCount") || Math.max(macs.length, 0);
  if (count === 0) return undefined;
  if (count > 1) return Array.from({ length: count }, () => ({}));
  const [macAddress] = macs;
  return [{ ...(macAddress === undefined ? {} : { macAddress }), ...addressFacts(addresses, false) }];
}
