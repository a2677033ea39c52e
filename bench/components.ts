import { mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { root } from "./packs";
import { columns, timed } from "./timed";

/** One way of writing the same stack. */
interface Variant {
  readonly name: string;
  readonly program: "replication-components" | "replication-azure-native";
  readonly environment?: Readonly<Record<string, string>>;
}

const variants: readonly Variant[] = [
  { name: "components", program: "replication-components" },
  {
    name: "components, stack traces on",
    program: "replication-components",
    environment: { ASR_BENCH_STACK_TRACES: "1" },
  },
  {
    name: "components, stack traces and aliases",
    program: "replication-components",
    environment: { ASR_BENCH_STACK_TRACES: "1", ASR_BENCH_VERSION_ALIASES: "1" },
  },
  { name: "azure-native as written", program: "replication-azure-native" },
];

/** Above, a program over azure-native as written needs more memory than most machines have. */
const azureNativeUpTo = 2_000;

/**
 * Prints time and the program's peak memory of `pulumi preview` for each number of replicated machines: through our
 * components and written directly with azure-native, one after the other in one run. Runs inside `asr simulate`.
 */
export async function benchComponents(sizes: readonly number[]): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), "asr-bench-components-"));
  try {
    symlinkSync(join(root, "node_modules"), join(folder, "node_modules"), "junction");
    writeFileSync(join(folder, "package.json"), JSON.stringify({ name: "bench", private: true }));
    writeProject(folder, "replication-components");
    await pulumi(folder, {}, ["stack", "init", "bench"]);
    const widths = [8, -38, 8, 8, 10];
    console.log("pulumi preview of replicated machines");
    console.log(row(["machines", "program", "wall s", "CPU s", "peak MiB"], widths));
    for (const size of sizes) {
      for (const { name, program, environment } of variants) {
        if (program === "replication-azure-native" && size > azureNativeUpTo) continue;
        writeProject(folder, program);
        const peakFile = join(folder, "peak");
        const { wall, cpu } = await pulumi(
          folder,
          {
            ...environment,
            ASR_BENCH_MACHINES: String(size),
            ASR_BENCH_PEAK_FILE: peakFile,
            // Room to finish: what is needed is what is measured.
            NODE_OPTIONS: "--max-old-space-size=12000",
          },
          ["preview", "--stack", "bench", "--non-interactive", "--suppress-outputs"],
        );
        const peakMiB = Math.round(Number(readFileSync(peakFile, "utf8")) / 1024);
        console.log(row([size, name, wall.toFixed(1), cpu.toFixed(1), peakMiB], widths));
      }
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function pulumi(folder: string, added: Readonly<Record<string, string>>, args: readonly string[]) {
  const ended = await timed(["pulumi", ...args], { ...process.env, ...added }, folder);
  if (ended.exitCode !== 0)
    throw new Error(`pulumi ${args.join(" ")} ended with ${ended.exitCode} (ASR_BENCH_VERBOSE=1 shows why)`);
  return ended;
}

function writeProject(folder: string, program: Variant["program"]): void {
  writeFileSync(
    join(folder, "Pulumi.yaml"),
    [
      "name: bench",
      "runtime: {name: nodejs, options: {typescript: false}}",
      `main: ${JSON.stringify(join(root, `dist/bench/programs/${program}/index.js`))}`,
      `plugins: {providers: [{name: azure-siterecovery, path: ${JSON.stringify(join(root, "provider"))}}]}`,
      "",
    ].join("\n"),
  );
}

/** A negative width aligns to the left. */
function row(cells: readonly (string | number)[], widths: readonly number[]): string {
  return columns(
    cells.map((cell, index) => {
      const width = widths[index] ?? 0;
      return width < 0 ? String(cell).padEnd(-width) : cell;
    }),
    widths.map((width) => Math.abs(width)),
  );
}
