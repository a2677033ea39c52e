import { spawn } from "node:child_process";
import { createInterface } from "node:readline";
import { parseEngineEvent, type EngineEvent } from "../../reports/policy/engine-events";
import { UsageError } from "../faults";

const passedOn = ["SIGINT", "SIGTERM", "SIGHUP"] as const;

/** How a Pulumi command ended. */
export interface PulumiEnd {
  /** Exit code; 128 where a signal ended it. */
  readonly code: number;
  /** The end of what it said on stderr. */
  readonly stderr: string;
}

/** Characters of stderr that are kept. */
const keptCharacters = 4000;

/**
 * Runs a Pulumi command in `folder` and hands over the events that it prints.
 *
 * @throws UsageError when there is no `pulumi` on the PATH of `environment`.
 */
export async function runPulumi(
  args: readonly string[],
  folder: string,
  environment: Readonly<Record<string, string>>,
  onEvent: (event: EngineEvent) => void = () => undefined,
): Promise<PulumiEnd> {
  const child = spawn("pulumi", args, { cwd: folder, env: environment, stdio: ["ignore", "pipe", "pipe"] });
  // Who stops this process wants the engine stopped as well, and waits for the temporary state to go.
  const listeners = passedOn.map((signal) => {
    const listener = (): void => {
      if (signal !== "SIGINT" || !process.stdin.isTTY) child.kill(signal);
    };
    process.on(signal, listener);
    return { signal, listener };
  });
  let stderr = "";
  child.stderr.setEncoding("utf8").on("data", (text: string) => {
    stderr = (stderr + text).slice(-keptCharacters);
  });
  createInterface({ input: child.stdout, crlfDelay: Infinity }).on("line", (line) => {
    const event = parseEngineEvent(line);
    if (event !== undefined) onEvent(event);
  });
  try {
    const code = await new Promise<number>((resolve, reject) => {
      child.once("error", reject);
      child.once("close", (exitCode) => {
        resolve(exitCode ?? 128);
      });
    });
    return { code, stderr };
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "ENOENT") throw error;
    throw new UsageError(
      "there is no Pulumi on PATH: run `npm run setup`, or install Pulumi 3.250 or later.",
      {
        cause: error,
      },
    );
  } finally {
    for (const { signal, listener } of listeners) process.off(signal, listener);
  }
}
