import { spawn } from "node:child_process";
import { median } from "./measure";

/** What a command took, in seconds. */
export interface Timed {
  readonly wall: number;
  /** Processor time of the command and all it started and waited for; NaN where no POSIX shell tells. */
  readonly cpu: number;
  readonly exitCode: number | null;
}

/** The shell says the processor time of its children after the command; the command's own output goes to stderr. */
const script = '"$@" >&2; code=$?; times; exit $code';

/** Runs a command to its end. Its output is thrown away unless ASR_BENCH_VERBOSE is set. */
export function timed(
  command: readonly string[],
  environment: NodeJS.ProcessEnv = process.env,
  workingDirectory?: string,
): Promise<Timed> {
  const verbose = process.env["ASR_BENCH_VERBOSE"] !== undefined;
  const shell = process.platform === "win32" ? [] : ["sh", "-c", script, "sh"];
  const [program = "", ...args] = [...shell, ...command];
  return new Promise((resolve, reject) => {
    const began = performance.now();
    const child = spawn(program, args, {
      env: environment,
      cwd: workingDirectory,
      stdio: ["ignore", "pipe", verbose ? "inherit" : "ignore"],
    });
    let said = "";
    child.stdout.setEncoding("utf8").on("data", (text: string) => (said += text));
    child.once("error", reject);
    child.once("close", (exitCode) => {
      resolve({ wall: (performance.now() - began) / 1000, cpu: childrensCpu(said), exitCode });
    });
  });
}

/** `times` prints two lines, the shell's own times and its children's: `0m1.23s 0m0.45s`. */
function childrensCpu(said: string): number {
  const line = said.trimEnd().split("\n").at(-1) ?? "";
  const parts = [...line.matchAll(/(\d+)m([\d.]+)s/g)];
  return parts.length === 2
    ? parts.reduce((sum, [, minutes, seconds]) => sum + Number(minutes) * 60 + Number(seconds), 0)
    : NaN;
}

/** The medians of several runs. */
export function medians(runs: readonly Timed[]): Pick<Timed, "wall" | "cpu"> {
  return { wall: median(runs.map(({ wall }) => wall)), cpu: median(runs.map(({ cpu }) => cpu)) };
}

/** Columns of a table, right-aligned. */
export function columns(cells: readonly (string | number)[], widths: readonly number[]): string {
  return cells.map((cell, index) => String(cell).padStart(widths[index] ?? 0)).join("   ");
}
