import { vi } from "vitest";
import { runCommandLine } from "../../cli/run-command-line";

/** How a command line ended, with all it said. */
export interface Ended {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs `asr` in this process. */
export async function asr(...args: readonly string[]): Promise<Ended> {
  const said = { stdout: "", stderr: "" };
  const capture = (stream: "stdout" | "stderr") =>
    vi.spyOn(process[stream], "write").mockImplementation((chunk) => {
      said[stream] += String(chunk);
      return true;
    });
  const captured = [capture("stdout"), capture("stderr")];
  const before = process.exitCode;
  process.exitCode = 0;
  try {
    await runCommandLine(["node", "asr", ...args]);
    return { code: process.exitCode, ...said };
  } finally {
    process.exitCode = before;
    for (const spy of captured) spy.mockRestore();
    process.stdout.removeAllListeners("error");
    process.stderr.removeAllListeners("error");
  }
}
