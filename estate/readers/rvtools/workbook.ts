import { quoted } from "../../../landing-zone/input-error";
import { estateVersion, type EstateDocument } from "../../document";
import type { NoteCollector } from "../../reading-note";
import { readHeader, readTable, type Columns, type TableSet } from "../../table";
import type { TableRow } from "../../table-row";
import type { ReaderOptions, TableReader } from "../reader";
import * as columns from "./columns";
import { machineOfInfo, type RvtoolsMachine } from "./machines";
import { finish, reportMissedHosts } from "./finish";
import { diskOf, nicOf, toolsOf, volumeOf } from "./rows";
import { Roster, type IdentityRow } from "./roster";
import { readHosts, readVcenter } from "./site";
import { findTab, machineTabs, partOfExport, tabOf, type Tab } from "./tabs";

/**
 * RVTools export, versions 3 and 4. Any tab or column may be missing, and what it would tell is then
 * unknown. Sizes called MB are MiB in every version.
 *
 * Templates and Site Recovery Manager placeholders are no machines to protect and are left out.
 */
export const rvtools: TableReader = {
  title: "RVTools",
  expected: "RVTools: a sheet vInfo with a column VM, or files such as RVTools_tabvInfo.csv",
  partOf: partOfExport,
  recognize: (headers) => {
    const sheets = [...headers.keys()];
    const byName = machineTabs.map((tab) => findTab(sheets, tab)).find((sheet) => sheet !== undefined);
    return byName ?? [...headers].find(([, header]) => tabOf(header) === "vInfo")?.[0];
  },
  read: readRvtools,
};

async function readRvtools(
  tables: TableSet,
  machineTable: string,
  notes: NoteCollector,
  options: ReaderOptions,
): Promise<EstateDocument> {
  const isInfo = machineTabs.slice(1).every((tab) => findTab([machineTable], tab) === undefined);
  const roster = new Roster(notes, isInfo ? "vInfo" : machineTable);
  if (!isInfo) {
    notes.warning(
      `There is no vInfo: machines are those that ${machineTable} names, and much of them is unknown.`,
      { file: tables.file },
    );
  }
  await noteOtherMachines(tables, machineTable, notes);
  let vcenter: EstateDocument["vcenter"];
  await readTable(tables, machineTable, columns.vInfo, ["name"], notes, (row) => {
    const name = row.text("name");
    if (name === undefined) {
      notes.warning("The row has no machine name and is left out.", row.placeOf("name"));
      return;
    }
    // Other tabs have a row for every disk or adapter.
    if (!isInfo && roster.knows(row)) return;
    if (row.flag("template") === true || row.flag("srmPlaceholder") === true) {
      const kind = row.flag("template") === true ? "template" : "srmPlaceholder";
      notes.info(
        kind === "template"
          ? "Templates are no machines to protect and are left out."
          : "Placeholders of Site Recovery Manager are no machines to protect and are left out.",
        row.placeOf(kind),
      );
      roster.leaveOut(name, row);
      return;
    }
    const own = readVcenter(row);
    if (vcenter !== undefined && own?.name !== undefined && own.name !== vcenter.name) {
      notes.warning(
        `The machines come from several vCenters; the version of ${quoted(vcenter.name)} is judged.`,
        row.placeOf("server"),
        "several vCenters",
      );
    }
    vcenter ??= own;
    roster.add(machineOfInfo(name, row, notes), row);
  });

  const readTab = async <K extends string>(
    tab: Tab,
    tabColumns: Columns & Readonly<Record<K | "name", readonly string[]>>,
    onRow: (machine: RvtoolsMachine, row: TableRow<K>) => void,
  ): Promise<boolean> => {
    const sheet = findTab(tables.sheets, tab);
    if (sheet === undefined) return false;
    await readTable(tables, sheet, tabColumns, ["name"], notes, (row) => {
      const machine = roster.find(row as IdentityRow);
      if (machine !== undefined) onRow(machine, row as unknown as TableRow<K>);
    });
    return true;
  };

  const hasDisks = await readTab<keyof typeof columns.vDisk>("vDisk", columns.vDisk, (machine, row) => {
    machine.disks.push(diskOf(row));
  });
  await readTab<keyof typeof columns.vPartition>("vPartition", columns.vPartition, (machine, row) => {
    machine.volumes.push(volumeOf(row));
  });
  const hasNics = await readTab<keyof typeof columns.vNetwork>(
    "vNetwork",
    columns.vNetwork,
    (machine, row) => {
      machine.nics.push(nicOf(row));
    },
  );
  await readTab<keyof typeof columns.vCpu>("vCPU", columns.vCpu, (machine, row) => {
    machine.cpuCores ??= row.count("cpus") || undefined;
  });
  await readTab<keyof typeof columns.vMemory>("vMemory", columns.vMemory, (machine, row) => {
    machine.memoryMiB ??= row.amount("size") || undefined;
  });
  await readTab<keyof typeof columns.vTools>("vTools", columns.vTools, (machine, row) => {
    machine.vmwareTools ??= toolsOf(row.text("status"));
  });
  if (!hasDisks) {
    notes.warning("There is no sheet vDisk: only the number of a machine's disks is known.", {
      file: tables.file,
    });
  }

  const hosts = await readHosts(
    tables,
    findTab(tables.sheets, "vHost"),
    findTab(tables.sheets, "vDatastore"),
    notes,
  );
  const machines = roster.machines.map((machine) =>
    finish(machine, { roster, notes, file: tables.file, hasDisks, hasNics }),
  );
  reportMissedHosts(machines, hosts, notes, tables.file);
  return {
    schema: estateVersion,
    scenario: options.scenario ?? "vmware-to-azure",
    ...(vcenter === undefined ? {} : { vcenter }),
    ...(hosts.length === 0 ? {} : { hosts }),
    machines,
  };
}

/** Sheets such as `vInfo (2)` of a workbook that somebody put together: nobody shall miss their machines. */
async function noteOtherMachines(
  tables: TableSet,
  machineTable: string,
  notes: NoteCollector,
): Promise<void> {
  for (const sheet of tables.sheets) {
    if (sheet === machineTable || tabOf(await readHeader(tables, sheet)) !== "vInfo") continue;
    notes.warning(
      `The sheet lists machines as ${quoted(machineTable)} does and is not read. Save it as a workbook of its own and give both.`,
      tables.placeOf(sheet),
    );
  }
}
