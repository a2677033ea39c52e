import { quoted } from "../../../landing-zone/input-error";
import type { Disk } from "../../../limits/facts/machine";
import { estateVersion, type EstateDocument, type EstateMachine } from "../../document";
import { guestOs } from "../../guest-os";
import type { NoteCollector } from "../../reading-note";
import { normalizeHeader, readTable, type TableSet } from "../../table";
import type { TableRow } from "../../table-row";
import type { ReaderOptions, TableReader } from "../reader";

const columns = {
  name: ["VM Name"],
  compatibility: ["VM Compatibility"],
  churn: [
    "Peak Data Churn in MBps (with Growth Factor)",
    "Peak Data Churn in Mbps (with Growth Factor)",
    "Peak Data Churn (MBps) (with Growth Factor)",
    "Peak Data Churn (with Growth Factor) (MBps)",
    "Data Churn in MBps (with Growth Factor)",
  ],
  iops: ["Peak R/W IOPS (with Growth Factor)", "R/W IOPS (with Growth Factor)"],
  diskCount: ["Number of Disks"],
  diskSize: ["Disk size (GB)", "Disk size(GB)"],
  cores: ["Cores"],
  memory: ["Memory (MB)", "Memory(MB)"],
  nicCount: ["NICs"],
  boot: ["Boot Type"],
  os: ["OS Type"],
} as const;

type Row = TableRow<keyof typeof columns>;

/**
 * Report of the Site Recovery Deployment Planner: its sheets Compatible VMs and Incompatible VMs, in which the
 * row of a machine is followed by one row a disk. Its own verdicts are not taken over. Churn is the percentile
 * that was profiled, with the growth that was asked for; it stands for average and peak alike, as in the planner.
 */
export const deploymentPlanner: TableReader = {
  title: "Deployment Planner",
  expected: "Deployment Planner: a sheet Compatible VMs or Incompatible VMs",
  recognize: (headers) => [...headers].find(([, header]) => isMachineSheet(header))?.[0],
  read: readReport,
};

function isMachineSheet(header: readonly string[]): boolean {
  const names = new Set(header.map(normalizeHeader));
  return names.has("vm name") && names.has("vm compatibility");
}

async function readReport(
  tables: TableSet,
  _machineTable: string,
  notes: NoteCollector,
  options: ReaderOptions,
): Promise<EstateDocument> {
  const drafts: { readonly facts: EstateMachine; readonly disks: Disk[]; readonly diskCount?: number }[] = [];
  for (const sheet of tables.sheets) {
    // Other sheets have rows of titles instead of a header.
    if (!/compatible/i.test(sheet) && tables.sheets.length > 1) continue;
    await readTable(tables, sheet, columns, ["name"], notes, (row) => {
      const name = row.text("name");
      if (name === undefined) return;
      const disk = isDisk(name, row);
      const machine = drafts.at(-1);
      if (!disk) drafts.push({ facts: machineOf(name, row), disks: [], diskCount: row.count("diskCount") });
      else if (machine === undefined) row.doubtful("name", "is a disk before any machine and is left out");
      else machine.disks.push(diskOf(name, row));
    });
  }
  notes.info(
    "Churn of the Deployment Planner is the profiled percentile (the 95th unless another was chosen) with its growth factor (30 % unless another was chosen).",
    { file: tables.file },
  );
  const hyperV = drafts.some(({ disks }) => disks.some(({ kind }) => kind === "vhd" || kind === "vhdx"));
  const machines = drafts.map(({ facts, disks, diskCount }): EstateMachine => {
    if (diskCount !== undefined && disks.length > 0 && diskCount !== disks.length) {
      notes.warning(
        `The planner counts ${diskCount} disks of ${quoted(facts.name)} and lists ${disks.length}; the larger number is used, and what is not listed is unknown.`,
        { file: tables.file },
        "numbers of disks differ",
      );
    }
    const count = Math.max(disks.length, diskCount ?? 0);
    const all = Array.from({ length: count }, (_, index): Disk => disks[index] ?? {});
    return {
      ...facts,
      kind: hyperV ? "hyperv-vm" : "vmware-vm",
      ...(count === 0 ? {} : { disks: count === 1 ? [{ ...all[0], os: true }] : all }),
    };
  });
  const scenario = options.scenario ?? (hyperV ? "hyperv-to-azure" : "vmware-to-azure");
  return { schema: estateVersion, scenario, machines };
}

/** Rows of disks have the path of a disk for a name, and nothing that only machines have. */
function isDisk(name: string, row: Row): boolean {
  if (/\.(vmdk|a?vhdx?|vhds)$/i.test(name)) return true;
  return (
    row.text("compatibility") === undefined &&
    row.text("diskCount") === undefined &&
    row.text("cores") === undefined &&
    row.text("diskSize") !== undefined
  );
}

function machineOf(name: string, row: Row): EstateMachine {
  const os = familyOf(row.text("os")) ?? guestOs(row.text("os"));
  const boot = row.text("boot")?.toLowerCase();
  const cpuCores = row.count("cores") || undefined;
  const memoryMiB = row.amount("memory") || undefined;
  const nicCount = row.count("nicCount");
  const churn = churnOf(row);
  return {
    name,
    ...(os === undefined ? {} : { os }),
    ...(boot === "bios" ? { firmware: "bios" } : {}),
    ...(boot === "efi" || boot === "uefi" ? { firmware: "uefi" } : {}),
    ...(cpuCores === undefined ? {} : { cpuCores }),
    ...(memoryMiB === undefined ? {} : { memoryMiB }),
    ...(nicCount === undefined || nicCount === 0
      ? {}
      : { nics: Array.from({ length: nicCount }, () => ({})) }),
    ...(churn === undefined ? {} : { churn }),
    ...row.origin(),
  };
}

/** `Windows` is the family here, not the client system of that name. */
function familyOf(text: string | undefined): EstateMachine["os"] {
  const family = text?.toLowerCase();
  return family === "windows" || family === "linux" ? { family } : undefined;
}

function diskOf(name: string, row: Row): Disk {
  const sizeGiB = row.amount("diskSize") || undefined;
  const churn = churnOf(row);
  const extension = /\.(vmdk|a?vhdx?|vhds)$/i.exec(name)?.[1]?.toLowerCase();
  const kind = extension === "vmdk" ? "vmdk" : extension === "vhd" || extension === "avhd" ? "vhd" : "vhdx";
  return {
    name,
    ...(sizeGiB === undefined ? {} : { sizeGiB }),
    ...(extension === undefined ? {} : { kind }),
    ...(churn === undefined ? {} : { churn }),
  };
}

/** A churn of 0 was not measured. */
function churnOf(row: Row): Disk["churn"] {
  const rate = row.amount("churn");
  return rate === undefined || rate === 0 ? undefined : { averageMBps: rate, peakMBps: rate };
}
