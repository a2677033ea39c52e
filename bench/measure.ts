import { spawn } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

export interface Measurement {
  readonly seconds: number;
  readonly peakMiB: number;
  readonly exitCode: number | null;
}

/**
 * Runs a Node program and measures wall time and the peak memory of that process. The figure comes from
 * the process itself (`report-peak.js` is loaded into it), so it works without tools of the system.
 */
export async function measureNode(
  args: readonly string[],
  environment: NodeJS.ProcessEnv = process.env,
): Promise<Measurement> {
  const folder = mkdtempSync(join(tmpdir(), "asr-bench-"));
  try {
    const peakFile = join(folder, "peak");
    const started = performance.now();
    const exitCode = await run(process.execPath, ["--require", join(__dirname, "report-peak.js"), ...args], {
      ...environment,
      ASR_BENCH_PEAK_FILE: peakFile,
    });
    const seconds = (performance.now() - started) / 1000;
    return { seconds, peakMiB: Number(readFileSync(peakFile, "utf8")) / 1024, exitCode };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Runs a command with its output thrown away. Resolves with the exit code. */
function run(
  command: string,
  args: readonly string[],
  environment: NodeJS.ProcessEnv,
): Promise<number | null> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, {
      env: environment,
      stdio: process.env["ASR_BENCH_VERBOSE"] === undefined ? "ignore" : ["ignore", 2, 2],
    });
    child.once("error", reject);
    child.once("exit", resolve);
  });
}

/** Median of an odd or even number of figures. */
export function median(figures: readonly number[]): number {
  const sorted = [...figures].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  return sorted.length % 2 === 1
    ? (sorted[middle] ?? NaN)
    : ((sorted[middle - 1] ?? NaN) + (sorted[middle] ?? NaN)) / 2;
}
