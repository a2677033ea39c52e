import { quoted } from "../../../landing-zone/input-error";
import { estateVersion, type EstateDocument } from "../../document";
import type { NoteCollector } from "../../reading-note";
import { normalizeHeader, readTable, type TableSet } from "../../table";
import type { TableRow } from "../../table-row";
import type { ReaderOptions, TableReader } from "../reader";
import { churnPercentile, Samples, type SampleProblem } from "./samples";

const columns = {
  machine: ["Machine", "Machine name", "VM", "VM name", "VMName", "Server", "Computer", "Host name"],
  disk: ["Disk", "Disk name", "Instance", "Device"],
  time: ["Time", "Timestamp", "Date", "Date time", "Timeslot"],
  rate: [
    "Write MB/s",
    "Write MBps",
    "Write throughput (MB/s)",
    "Churn MB/s",
    "Churn MBps",
    "MB/s",
    "MBps",
    "MB per second",
  ],
  iops: ["Write IOPS", "Writes/s", "IOPS"],
  ioSize: ["I/O size KB", "IO size KB", "I/O size (KB)", "IO size (KB)", "Write size KB", "I/O size"],
} as const;

type Row = TableRow<keyof typeof columns>;

/** Names of disks that stand for all of them. */
const allDisks = /^(_total|\*|all)$/i;

/** Kilobytes of a megabyte, as performance counters count. */
const kilobytesPerMegabyte = 1024;

/**
 * CSV of measurements: machine, disk, time, MB/s and perhaps operations per second and their size. Times are
 * compared as they are written. Rates of writes are what is replicated; a rate that counts reads as well is an
 * upper bound.
 */
export const performance: TableReader = {
  title: "Performance measurements",
  expected: "performance measurements: columns Machine, Disk, Time and Write MB/s",
  role: "supplement",
  recognize: (headers) =>
    [...headers].find(([, header]) => {
      const names = new Set(header.map(normalizeHeader));
      return (["machine", "time", "rate"] as const).every((key) =>
        columns[key].some((name) => names.has(normalizeHeader(name))),
      );
    })?.[0],
  read: readMeasurements,
};

async function readMeasurements(
  tables: TableSet,
  table: string,
  notes: NoteCollector,
  options: ReaderOptions,
): Promise<EstateDocument> {
  const samples = new Samples();
  await readTable(tables, table, columns, ["machine", "time", "rate"], notes, (row) => {
    const machine = row.text("machine");
    const time = row.text("time");
    if (machine === undefined || time === undefined) {
      notes.warning("The row has no machine or no time and is left out.", row.placeOf("machine"));
      return;
    }
    // A blank rate was not measured.
    const rate = row.amount("rate");
    if (rate === undefined) return;
    const disk = row.text("disk");
    samples.add(
      {
        machine,
        disk: disk === undefined || allDisks.test(disk) ? undefined : disk,
        time,
        megabytesPerSecond: rate,
        ioKB: ioSizeOf(row, rate),
      },
      row.placeOf("machine"),
    );
  });
  const place = tables.placeOf(table);
  const machines = samples.machines((problem, machine, disk) => {
    notes.warning(problemText(problem, machine, disk), place, problem);
  });
  notes.info(
    `The ${churnPercentile}th percentile of the measurements stands for average churn, the highest for its peak.`,
    place,
  );
  if (options.onChurnSeries !== undefined) {
    if (samples.hasTimes) options.onChurnSeries(samples.churnSeries());
    else {
      notes.warning(
        "Not every time is written as 2026-01-31T14:05:00Z: the measurements are used by percentile and peak, not over time.",
        place,
      );
    }
  }
  return { schema: estateVersion, machines };
}

/** Size of an operation as measured, else from rate and operations; an idle disk tells none. */
function ioSizeOf(row: Row, rate: number): number | undefined {
  const measured = row.amount("ioSize");
  if (measured !== undefined) return measured === 0 ? undefined : measured;
  const iops = row.amount("iops");
  return iops === undefined || iops === 0 || rate === 0 ? undefined : (rate * kilobytesPerMegabyte) / iops;
}

function problemText(problem: SampleProblem, machine: string, disk: string): string {
  const subject = disk === "" ? quoted(machine) : `the disk ${quoted(disk)} of ${quoted(machine)}`;
  switch (problem) {
    case "twice":
      return `One time comes twice for ${subject}; the first row counts.`;
    case "zero":
      return `Every measurement of ${subject} is 0: nothing was measured, and the churn is unknown.`;
    case "apart":
      return `The disks of ${subject} were not all measured at one time: the churn of the whole machine is unknown.`;
  }
}
