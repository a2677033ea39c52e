import { open, type FileHandle } from "node:fs/promises";
import { parse } from "csv-parse";
import { InputError, quoted } from "../../landing-zone/input-error";
import type { ChurnSample } from "./churn-series";

/** Columns with the spellings they are met under, in lower case. */
const columns = {
  machine: ["machine", "vm", "server", "machine name", "vm name"],
  disk: ["disk", "disk name"],
  time: ["time", "timestamp", "date"],
  MBps: ["mb/s", "mbps", "write mb/s", "churn mb/s", "churn mbps"],
} as const;

const remedy =
  "Give a CSV file with the columns machine, disk (may be missing), time (ISO 8601) and MB/s, one row a sample.";

/**
 * Samples of churn from a CSV file, delimited by commas, semicolons or tabs.
 *
 * @throws InputError naming file, row and column.
 */
export async function readChurnSeries(file: string): Promise<readonly ChurnSample[]> {
  const samples: ChurnSample[] = [];
  let header: Header | undefined;
  let row = 0;
  try {
    await using handle = await open(file);
    const source = handle.createReadStream({ autoClose: false });
    const rows = parse({
      bom: true,
      delimiter: await delimiterOf(handle),
      skip_empty_lines: true,
      trim: true,
    });
    source.once("error", (error) => rows.destroy(error)).pipe(rows);
    for await (const cells of rows as AsyncIterable<readonly string[]>) {
      row += 1;
      if (header === undefined) header = headerOf(cells, file);
      else samples.push(sampleOf(cells, header, { file, row }));
    }
  } catch (error) {
    if (error instanceof InputError) throw error;
    const { code = "unknown error", message } = error as NodeJS.ErrnoException;
    throw new InputError(
      code.startsWith("CSV_") ? `This is no CSV table: ${message}` : `The file cannot be read (${code}).`,
      remedy,
      { file },
      { cause: error },
    );
  }
  if (samples.length === 0) throw new InputError("The file has no sample.", remedy, { file });
  return samples;
}

/** Bytes in which the header lies. */
const headBytes = 4096;

/** The delimiter that the header has most of: values may have decimal commas. */
async function delimiterOf(handle: FileHandle): Promise<string> {
  const { buffer, bytesRead } = await handle.read(Buffer.alloc(headBytes), 0, headBytes, 0);
  const [header = ""] = buffer.toString("utf8", 0, bytesRead).split(/\r?\n/, 1);
  const count = (delimiter: string): number => header.split(delimiter).length;
  return [",", ";", "\t"].reduce((best, each) => (count(each) > count(best) ? each : best));
}

interface Header {
  readonly machine: number;
  readonly disk: number | undefined;
  readonly time: number;
  readonly MBps: number;
}

function headerOf(cells: readonly string[], file: string): Header {
  const names = cells.map((cell) => cell.toLowerCase());
  const find = (spellings: readonly string[]): number | undefined => {
    const index = names.findIndex((name) => spellings.includes(name));
    return index === -1 ? undefined : index;
  };
  const required = (key: "machine" | "time" | "MBps"): number => {
    const index = find(columns[key]);
    if (index === undefined) {
      throw new InputError(`There is no column ${quoted(columns[key][0])}.`, remedy, { file, row: 1 });
    }
    return index;
  };
  return {
    machine: required("machine"),
    disk: find(columns.disk),
    time: required("time"),
    MBps: required("MBps"),
  };
}

function sampleOf(
  cells: readonly string[],
  header: Header,
  place: { readonly file: string; readonly row: number },
): ChurnSample {
  const machine = cells[header.machine] ?? "";
  const disk = header.disk === undefined ? "" : (cells[header.disk] ?? "");
  if (machine === "") throw new InputError("The machine's name is missing.", remedy, place);
  return {
    machine,
    ...(disk === "" ? {} : { disk }),
    time: timeOf(cells[header.time] ?? "", place),
    MBps: rateOf(cells[header.MBps] ?? "", place),
  };
}

const isoTime =
  /^(\d{4}-\d{2}-\d{2})(?:[T ](\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?)(?:(Z)|([+-]\d{2}):?(\d{2}))?)?$/;

/** A time without a zone is one of UTC. Other notations swap day and month from one country to the next. */
function timeOf(text: string, place: object): number {
  const [, date, clock = "00:00", , hours, minutes] = isoTime.exec(text) ?? [];
  const zone = hours === undefined ? "Z" : `${hours}:${minutes ?? "00"}`;
  const time = date === undefined ? NaN : Date.parse(`${date}T${clock}${zone}`);
  if (Number.isNaN(time)) {
    throw new InputError(`${quoted(text)} is no time.`, "Write times as 2026-01-31T14:05:00Z.", {
      ...place,
      column: "time",
    });
  }
  return time;
}

/** A decimal point or comma; `1,250` may be either of two numbers and is refused. */
function rateOf(text: string, place: object): number {
  if (!/^\d+([.,]\d+)?$/.test(text) || /^\d{1,3},\d{3}$/.test(text)) {
    throw new InputError(`${quoted(text)} is no rate.`, "Write MB/s as a number such as 1.25.", {
      ...place,
      column: "MB/s",
    });
  }
  return Number(text.replace(",", "."));
}
