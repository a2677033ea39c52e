import { mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { ourPack, root, writeEmptyPack } from "./packs";
import { columns, medians, timed, type Timed } from "./timed";

/** Runs of each size up to 5,000 machines; ASR_BENCH_RUNS says another number. */
const runs = Number(process.env["ASR_BENCH_RUNS"] ?? 3);

/** What one preview is measured with. */
type Pack = "none" | "empty" | "ours";

/**
 * Prints the time of `pulumi preview` for each number of machines: without a pack, with an empty pack and with
 * ours, in turn within one run, so that a drift of the machine's speed falls on all three alike. Processor time is
 * that of the engine, the program, the provider and the pack together.
 * Runs inside `asr simulate`, which provides the engine and the simulated Azure.
 */
export async function benchPreview(sizes: readonly number[]): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), "asr-bench-preview-"));
  try {
    const packs: Readonly<Record<Pack, string | undefined>> = {
      none: undefined,
      empty: writeEmptyPack(folder),
      ours: ourPack,
    };
    writeProgram(folder);
    await pulumi(folder, 0, ["stack", "init", "bench"]);
    const widths = [8, 8, 10, 9, 12];
    console.log("pulumi preview of protected machines, seconds (medians)");
    console.log(columns(["machines", "no pack", "empty pack", "our pack", "ours / empty"], widths));
    for (const size of sizes) {
      const runsOf: Record<Pack, Timed[]> = { none: [], empty: [], ours: [] };
      for (let count = 0; count < (size > 5000 ? 1 : runs); count++) {
        for (const pack of ["none", "empty", "ours"] as const) {
          runsOf[pack].push(await preview(folder, size, packs[pack]));
        }
      }
      const [none, empty, ours] = [medians(runsOf.none), medians(runsOf.empty), medians(runsOf.ours)];
      for (const time of ["wall", "cpu"] as const) {
        const figures = [none, empty, ours].map((figure) => figure[time].toFixed(1));
        const ratio = (ours[time] / empty[time]).toFixed(2);
        console.log(columns([time === "wall" ? size : "CPU", ...figures, ratio], widths));
      }
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function preview(folder: string, machines: number, pack?: string): Promise<Timed> {
  return pulumi(folder, machines, [
    ...["preview", "--stack", "bench", "--non-interactive", "--suppress-outputs"],
    ...(pack === undefined ? [] : ["--policy-pack", pack]),
  ]);
}

async function pulumi(folder: string, machines: number, args: readonly string[]): Promise<Timed> {
  const environment = { ...process.env, ASR_BENCH_MACHINES: String(machines) };
  const ended = await timed(["pulumi", ...args], environment, folder);
  if (ended.exitCode !== 0)
    throw new Error(`pulumi ${args.join(" ")} ended with ${ended.exitCode} (ASR_BENCH_VERBOSE=1 shows why)`);
  return ended;
}

function writeProgram(folder: string): void {
  symlinkSync(join(root, "node_modules"), join(folder, "node_modules"), "junction");
  writeFileSync(join(folder, "package.json"), JSON.stringify({ name: "bench", private: true }));
  writeFileSync(
    join(folder, "Pulumi.yaml"),
    [
      "name: bench",
      "runtime: {name: nodejs, options: {typescript: false}}",
      `main: ${JSON.stringify(join(root, "dist/bench/programs/protected-machines/index.js"))}`,
      "",
    ].join("\n"),
  );
}
