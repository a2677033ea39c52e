import { mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { median, run } from "./measure";
import { ourPack, root, writeEmptyPack } from "./packs";

const runs = 3;

/**
 * Prints the time of `pulumi preview` for each number of machines: without a pack, with an empty pack and with
 * ours, in turn within one run, so that a drift of the machine's speed falls on all three alike.
 * Runs inside `asr simulate`, which provides the engine and the simulated Azure.
 */
export async function benchPreview(sizes: readonly number[]): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), "asr-bench-preview-"));
  try {
    const emptyPack = writeEmptyPack(folder);
    writeProgram(folder);
    await pulumi(folder, 0, ["stack", "init", "bench"]);
    console.log("pulumi preview of protected machines, seconds (medians)");
    console.log("machines   no pack   empty pack   our pack   ours / empty");
    for (const size of sizes) {
      const figures = { none: [] as number[], empty: [] as number[], ours: [] as number[] };
      for (let count = 0; count < (size > 5000 ? 1 : runs); count++) {
        figures.none.push(await preview(folder, size));
        figures.empty.push(await preview(folder, size, emptyPack));
        figures.ours.push(await preview(folder, size, ourPack));
      }
      const [none, empty, ours] = [median(figures.none), median(figures.empty), median(figures.ours)];
      console.log(
        [
          String(size).padStart(8),
          none.toFixed(1).padStart(7),
          empty.toFixed(1).padStart(10),
          ours.toFixed(1).padStart(8),
          (ours / empty).toFixed(2).padStart(12),
        ].join("   "),
      );
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function preview(folder: string, machines: number, pack?: string): Promise<number> {
  const started = performance.now();
  await pulumi(folder, machines, [
    "preview",
    "--stack",
    "bench",
    "--non-interactive",
    "--suppress-outputs",
    ...(pack === undefined ? [] : ["--policy-pack", pack]),
  ]);
  return (performance.now() - started) / 1000;
}

async function pulumi(folder: string, machines: number, args: readonly string[]): Promise<void> {
  const code = await run("pulumi", args, { ...process.env, ASR_BENCH_MACHINES: String(machines) }, folder);
  if (code !== 0)
    throw new Error(`pulumi ${args.join(" ")} ended with ${code} (ASR_BENCH_VERBOSE=1 shows why)`);
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
