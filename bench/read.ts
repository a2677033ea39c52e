import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { calamine } from "./compare/install";
import { writeCsvFolder, writeWorkbook } from "./inventories/write-inventories";
import { median } from "./measure";
import { root } from "./packs";
import { columns, timed } from "./timed";

const runs = 3;

interface Run {
  readonly wall: number;
  readonly cpu: number;
  readonly peakMiB: number;
}

/**
 * Prints what an RVTools export costs: read and judged, as workbook and as CSV folder, and read alone beside
 * python-calamine, which only reads. All in turn within one run.
 */
export async function benchRead(machines: number): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), "asr-bench-read-"));
  try {
    const workbook = join(folder, "RVTools.xlsx");
    const csv = join(folder, "csv");
    await writeWorkbook(workbook, machines);
    await writeCsvFolder(csv, machines);
    const node = (script: string, ...args: string[]): readonly string[] => [
      ...[process.execPath, "--require", join(__dirname, "report-peak.js")],
      ...[join(__dirname, script), ...args],
    ];
    const assess = (input: string): readonly string[] =>
      node("../cli/main.js", "assess", input, "--format", "json", "--output", join(folder, "out.json"));
    const commands = new Map<string, readonly string[]>([
      ["workbook read and judged", assess(workbook)],
      ["CSV folder read and judged", assess(csv)],
      ["workbook read", node("inventories/read-estate.js", workbook)],
      ["CSV folder read", node("inventories/read-estate.js", csv)],
    ]);
    const reader = calamine();
    if ("missing" in reader) console.log(`python-calamine: not installed (${reader.missing})`);
    else {
      const script = join(root, "bench/inventories/read_cells.py");
      commands.set(`calamine ${reader.version}`, [reader.command, script, workbook]);
    }
    const figures = new Map<string, Run[]>([...commands.keys()].map((name) => [name, []]));
    for (let round = 0; round < runs; round++) {
      for (const [name, command] of commands) figures.get(name)?.push(await measured(command, folder));
    }
    print(machines, figures);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function measured(command: readonly string[], folder: string): Promise<Run> {
  const peakFile = join(folder, "peak");
  rmSync(peakFile, { force: true });
  const { wall, cpu, exitCode } = await timed(command, { ...process.env, ASR_BENCH_PEAK_FILE: peakFile });
  // 1 means that a machine is not ready: the inventory has such machines on purpose.
  if (exitCode !== 0 && exitCode !== 1) throw new Error(`${command.join(" ")} ended with ${exitCode}`);
  return { wall, cpu, peakMiB: peakOf(peakFile) };
}

/** Peak memory that a Node process wrote down; NaN for other programs. */
function peakOf(file: string): number {
  try {
    return Number(readFileSync(file, "utf8")) / 1024;
  } catch {
    return NaN;
  }
}

function print(machines: number, figures: ReadonlyMap<string, readonly Run[]>): void {
  const widths = [26, 9, 9, 9, 14];
  const of = (name: string, figure: keyof Run): number =>
    median((figures.get(name) ?? []).map((run) => run[figure]));
  const other = [...figures.keys()].find((name) => name.startsWith("calamine"));
  console.log(
    `RVTools export of ${machines} machines, vInfo of 60 columns, vDisk of 12 with five rows a machine; medians of ${runs} runs`,
  );
  console.log(columns(["", "wall s", "CPU s", "peak MiB", "CPU / calamine"], widths));
  for (const name of figures.keys()) {
    const peak = of(name, "peakMiB");
    const ratio =
      other === undefined || !name.startsWith("workbook") ? NaN : of(name, "cpu") / of(other, "cpu");
    console.log(
      columns(
        [
          name,
          of(name, "wall").toFixed(2),
          of(name, "cpu").toFixed(2),
          Number.isNaN(peak) ? "" : peak.toFixed(0),
          Number.isNaN(ratio) ? "" : ratio.toFixed(1),
        ],
        widths,
      ),
    );
  }
}
