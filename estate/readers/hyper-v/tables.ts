import { isRecord, recordTable, type JsonRecord } from "../../records/record-tables";
import { normalizeHeader } from "../../table";
import type { TablePart } from "../../table-part";

/** What the cmdlets of Hyper-V list. */
export type HyperVTable = "machines" | "disks" | "adapters" | "vhds" | "volumes";

/** Columns that tell the output of a cmdlet: one of each list. */
const signatures: Readonly<Record<HyperVTable, readonly (readonly string[])[]>> = {
  // Get-VHD
  vhds: [["path"], ["vhdformat", "vhdtype"]],
  // Get-VMHardDiskDrive
  disks: [
    ["vmname", "vmid"],
    ["path", "disknumber"],
    ["controllertype", "controllernumber"],
  ],
  // Get-VMNetworkAdapter
  adapters: [["vmname", "vmid"], ["switchname", "ipaddresses"], ["macaddress"]],
  // Get-Volume, Win32_LogicalDisk, Win32_Volume, volumes of Get-ClusterSharedVolume
  volumes: [
    ["driveletter", "deviceid", "friendlyvolumename"],
    ["sizeremaining", "freespace"],
  ],
  // Get-VM
  machines: [
    ["vmname", "name"],
    ["generation", "memorystartup", "memoryassigned"],
    ["processorcount", "vmid", "id", "state"],
  ],
};

/** The cmdlet that a header is of, told from its columns. */
export function hyperVTableOf(header: readonly string[]): HyperVTable | undefined {
  const names = new Set(header.map(normalizeHeader));
  return (Object.keys(signatures) as HyperVTable[]).find((table) =>
    signatures[table].every((spellings) => spellings.some((name) => names.has(name))),
  );
}

/** Properties of a machine that hold records of their own, with the columns that tell their table. */
const nested = {
  HardDrives: { Path: undefined, ControllerType: undefined },
  NetworkAdapters: { SwitchName: undefined, MacAddress: undefined },
} as const;

/**
 * Records of one text as tables: machines, and the disks and adapters within them. `ConvertTo-Json` prints what
 * lies deeper than its depth as names of types: such entries are kept as records without any property.
 */
export function hyperVTables(file: string, records: readonly JsonRecord[]): readonly TablePart[] | undefined {
  const given = recordTable(file, records);
  const kind = hyperVTableOf(given.header);
  if (kind === undefined) return undefined;
  // Machines have both names and both ids; an operator may have chosen either.
  const table =
    kind === "machines"
      ? recordTable(
          file,
          records.map((record) => ({ ...record, ...ownerOf(record) })),
        )
      : given;
  const parts = [table];
  for (const [property, columns] of Object.entries(nested)) {
    const inner = records.flatMap((record) =>
      nestedRecords(record, property).map((entry) => ({ ...columns, ...entry })),
    );
    if (inner.length > 0) parts.push(recordTable(file, inner, property));
  }
  return parts;
}

/** The machine's name and id, as other cmdlets refer to it. */
function ownerOf(machine: JsonRecord): JsonRecord {
  return { VMName: machine["VMName"] ?? machine["Name"], VMId: machine["VMId"] ?? machine["Id"] };
}

/** Marks a record of which only the existence is known. */
export const truncatedColumn = "(truncated)";

function nestedRecords(machine: JsonRecord, property: string): readonly JsonRecord[] {
  const value = machine[property];
  if (value === null || value === undefined || value === "") return [];
  const owner = ownerOf(machine);
  const entries: readonly unknown[] = Array.isArray(value) ? value : typesIn(value);
  return entries.map((entry) =>
    isRecord(entry)
      ? { ...entry, ...owner, [truncatedColumn]: false }
      : { ...owner, [truncatedColumn]: true },
  );
}

/** One text may name the types of several entries. */
function typesIn(value: unknown): readonly unknown[] {
  if (typeof value !== "string") return [value];
  const types = value.match(/Microsoft\.HyperV\.PowerShell\.\w+/g);
  return types ?? [value];
}
