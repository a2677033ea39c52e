import { quoted } from "../../../landing-zone/input-error";
import type { Disk, Nic } from "../../../limits/facts/machine";
import { estateVersion, type EstateDocument, type EstateMachine } from "../../document";
import type { NoteCollector } from "../../reading-note";
import { readHeader, readTable, type TableSet } from "../../table";
import type { TableRow } from "../../table-row";
import { MachinesByName } from "../machines-by-name";
import type { ReaderOptions, TableReader } from "../reader";
import {
  diskColumns,
  driveOf,
  pathKey,
  startDisk,
  startDiskEvidence,
  vhdColumns,
  vhdOf,
  type Drive,
} from "./disks";
import { adapterColumns, adapterOf, machineColumns, machineOf } from "./machines";
import { hyperVTableOf, type HyperVTable } from "./tables";
import { hostsWithVolumes } from "./volumes";

interface Draft {
  readonly facts: EstateMachine;
  readonly drives: Drive[];
  readonly nics: Nic[];
}

/**
 * Output of Hyper-V's cmdlets as CSV or JSON: `Get-VM` with what lies within it, `Get-VMHardDiskDrive`,
 * `Get-VHD`, `Get-VMNetworkAdapter`, `Get-Volume`, of any number of hosts. Sizes are bytes. The guest's operating system is
 * there only where the operator added a column OSName.
 */
export const hyperV: TableReader = {
  title: "Hyper-V",
  expected: "Hyper-V: output of Get-VM with Name, Generation and ProcessorCount, as JSON or CSV",
  partOf(header, file) {
    const table = hyperVTableOf(header);
    return table === undefined ? undefined : { inventory: "all hosts", table: `${table} of ${file}` };
  },
  recognize: (headers) => [...headers].find(([, header]) => hyperVTableOf(header) === "machines")?.[0],
  read: readHyperV,
};

async function readHyperV(
  tables: TableSet,
  _machineTable: string,
  notes: NoteCollector,
  options: ReaderOptions,
): Promise<EstateDocument> {
  const sheets = await sheetsByTable(tables);
  const drafts: Draft[] = [];
  const byName = new MachinesByName<Draft>();
  const byId = new Map<string, Draft>();
  for (const sheet of sheets.get("machines") ?? []) {
    await readTable(tables, sheet, machineColumns, ["name"], notes, (row) => {
      const name = row.text("name");
      if (name === undefined) {
        notes.warning("The machine has no name and is left out.", row.placeOf("name"));
        return;
      }
      const draft: Draft = { facts: machineOf(name, row), drives: [], nics: [] };
      const { id } = draft.facts;
      if (id !== undefined && byId.has(id)) {
        row.doubtful(
          "id",
          "is the id of a machine before; a node of a cluster lists it again, and it counts once",
        );
        return;
      }
      if (/Microsoft\.HyperV|^System\./.test(row.text("hardDrives") ?? "")) {
        row.doubtful(
          "hardDrives",
          "is the name of a type: ConvertTo-Json -Depth 4 or Get-VMHardDiskDrive prints the disks",
        );
      }
      drafts.push(draft);
      byName.add(name, draft);
      if (id !== undefined) byId.set(id, draft);
    });
  }
  const ownerOf = <K extends string>(row: TableRow<K | "vmName" | "vmId">): Draft | undefined => {
    const id = row.text("vmId")?.toLowerCase();
    const name = row.text("vmName");
    const named = byName.find(name ?? "");
    const owner =
      (id === undefined ? undefined : byId.get(id)) ?? (named.length === 1 ? named[0] : undefined);
    if (owner === undefined) {
      notes.warning(
        named.length > 1
          ? `${named.length} machines have the name ${quoted(name)}, and no VMId tells them apart; the entry is left out.`
          : `The machine ${quoted(name ?? id)} is not in the output of Get-VM; the entry is left out.`,
        row.placeOf("vmName"),
        named.length > 1 ? "name is shared" : "no such machine",
      );
    }
    return owner;
  };
  for (const sheet of sheets.get("disks") ?? []) {
    await readTable(tables, sheet, diskColumns, [], notes, (row) => {
      const owner = ownerOf(row);
      if (row.cell("truncated") === true) {
        notes.warning(
          "The disk is only the name of a type: ConvertTo-Json -Depth 4 prints it in full.",
          row.placeOf("vmName"),
        );
      }
      owner?.drives.push(driveOf(row));
    });
  }
  for (const sheet of sheets.get("adapters") ?? []) {
    await readTable(tables, sheet, adapterColumns, [], notes, (row) => {
      ownerOf(row)?.nics.push(adapterOf(row));
    });
  }
  const vhds = new Map<string, Disk>();
  for (const sheet of sheets.get("vhds") ?? []) {
    await readTable(tables, sheet, vhdColumns, ["path"], notes, (row) => {
      const path = row.text("path");
      if (path !== undefined) vhds.set(pathKey(path), vhdOf(row));
    });
  }
  const machines = drafts.map((draft) => finish(draft, vhds, notes, tables.file));
  const hosts = await hostsWithVolumes(tables, sheets.get("volumes") ?? [], machines, notes);
  return {
    schema: estateVersion,
    scenario: options.scenario ?? "hyperv-to-azure",
    ...(hosts.length === 0 ? {} : { hosts }),
    machines,
  };
}

async function sheetsByTable(tables: TableSet): Promise<ReadonlyMap<HyperVTable, readonly string[]>> {
  const sheets = new Map<HyperVTable, string[]>();
  for (const sheet of tables.sheets) {
    const table = hyperVTableOf(await readHeader(tables, sheet));
    if (table === undefined) continue;
    sheets.set(table, [...(sheets.get(table) ?? []), sheet]);
  }
  return sheets;
}

function finish(
  { facts, drives, nics }: Draft,
  vhds: ReadonlyMap<string, Disk>,
  notes: NoteCollector,
  file: string,
): EstateMachine {
  const start = startDisk(drives, facts.generation);
  if (start !== undefined && drives.length > 1) notes.info(startDiskEvidence, { file });
  if (start === undefined && drives.length > 1) {
    notes.warning(
      `Nothing tells which disk of ${quoted(facts.name)} holds the operating system.`,
      { file },
      "no boot disk",
    );
  }
  const disks = drives.map((drive, index): Disk => {
    const vhd = drive.path === undefined ? undefined : vhds.get(drive.path);
    if (drive.path !== undefined && vhd === undefined) {
      notes.warning(
        `The size of disks is not known: Get-VHD lists none of the path of ${quoted(drive.facts.name)} of ${quoted(facts.name)}.`,
        { file },
        "no VHD",
      );
    }
    return { ...drive.facts, ...vhd, ...(start === undefined ? {} : { os: index === start }) };
  });
  return {
    ...facts,
    ...(disks.length === 0 ? {} : { disks }),
    ...(nics.length === 0 ? {} : { nics }),
  };
}
