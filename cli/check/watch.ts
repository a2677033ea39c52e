import { createInterface } from "node:readline";
import type { VaultCheck } from "../../operations/check/vault-check";
import { renderCheckChunks } from "../../reports/check/render";
import { terminalOf } from "../../reports/terminal";
import type { CheckFlags } from "../commands/check";
import { exitCodes, type ExitCode } from "../exit-codes";
import type { FailOn } from "../options/fail-on";

const defaultSeconds = 60;

/** The other screen of a terminal, as pagers use: what was there before comes back at the end. */
const enter = "\u001b[?1049h\u001b[?25l";
const leave = "\u001b[?25h\u001b[?1049l";
const home = "\u001b[H\u001b[2J";

type Check = (onStep: (text: string) => void, abortSignal: AbortSignal) => Promise<VaultCheck>;

/**
 * Checks again and again until Ctrl+C; on a terminal the view is refreshed in place, elsewhere each round is printed.
 * A round that fails is told, and the next one tried.
 *
 * @returns the exit code of the last round that came to an end.
 */
export async function watch(
  check: Check,
  { watch: seconds, format, failOn }: CheckFlags,
  exitCodeOf: (check: VaultCheck, failOn: FailOn) => ExitCode,
): Promise<ExitCode> {
  const ending = new AbortController();
  const stop = (): void => {
    ending.abort();
  };
  const signals = ["SIGINT", "SIGTERM", "SIGHUP"] as const;
  for (const signal of signals) process.on(signal, stop);
  const { stdout } = process;
  const inPlace = stdout.isTTY && format === "table";
  if (inPlace) stdout.write(enter);
  // Without a reader a terminal keeps what is typed for the shell that comes after.
  const keys = process.stdin.isTTY ? createInterface({ input: process.stdin }) : undefined;
  keys?.on("SIGINT", stop);
  const pause = (typeof seconds === "number" ? seconds : defaultSeconds) * 1000;
  let exitCode: ExitCode = exitCodes.fine;
  try {
    while (!ending.signal.aborted) {
      const text = await round(check, ending.signal, (result) => {
        exitCode = exitCodeOf(result, failOn);
        return [...renderCheckChunks(result, format, { terminal: terminalOf(stdout) })].join("");
      });
      if (text === undefined) break;
      stdout.write(inPlace ? `${home}${fitting(text, stdout.rows)}` : text);
      await sleep(pause, ending.signal);
    }
  } finally {
    keys?.close();
    for (const signal of signals) process.off(signal, stop);
    if (inPlace) stdout.write(leave);
  }
  return exitCode;
}

/** The text of a round; undefined where somebody ended it. */
async function round(
  check: Check,
  signal: AbortSignal,
  render: (result: VaultCheck) => string,
): Promise<string | undefined> {
  try {
    return render(await check(() => undefined, signal));
  } catch (error) {
    if (signal.aborted) return undefined;
    const message = error instanceof Error ? error.message : String(error);
    return `${new Date().toISOString()} the check failed: ${message}\n`;
  }
}

/** The end of a text, where the totals stand, as far as the screen has lines, and how to leave. */
function fitting(text: string, rows: number): string {
  const lines = text.trimEnd().split("\n");
  const summary = lines.pop() ?? "";
  const room = Math.max(1, rows - 4);
  const shown = lines.slice(0, room);
  const more =
    lines.length > room ? `… ${lines.length - room} more lines; asr check without --watch shows all` : "";
  return [summary, "", ...shown, more, "Ctrl+C ends"]
    .filter((line, index) => line !== "" || index < 2)
    .join("\n");
}

function sleep(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(done, ms);
    function done(): void {
      clearTimeout(timer);
      signal.removeEventListener("abort", done);
      resolve();
    }
    signal.addEventListener("abort", done);
    if (signal.aborted) done();
  });
}
