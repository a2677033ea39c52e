import { spawn } from "node:child_process";
import { constants } from "node:os";
import { UsageError } from "../faults";

const passedOn = ["SIGINT", "SIGTERM", "SIGHUP"] as const;

/**
 * Runs a command on the terminal of this process until it ends, and passes signals on to it.
 *
 * @param stop - ends the command when it is given.
 * @returns its exit code; 128 and the signal's number when a signal ended it.
 * @throws UsageError when there is no such command.
 */
export async function runChild(
  command: readonly string[],
  environment: Readonly<Record<string, string>>,
  stop?: AbortSignal,
): Promise<number> {
  const [name = "", ...args] = command;
  const child = spawn(name, args, {
    env: environment,
    stdio: "inherit",
    shell: process.platform === "win32",
  });
  const listeners = passedOn.map((signal) => {
    const listener = (): void => {
      // A terminal sends Ctrl+C to the child as well; a second one would make Pulumi stop without cleaning up.
      if (signal !== "SIGINT" || !process.stdin.isTTY) child.kill(signal);
    };
    process.on(signal, listener);
    return { signal, listener };
  });
  const end = (): void => {
    child.kill("SIGTERM");
  };
  stop?.addEventListener("abort", end, { once: true });
  try {
    return await new Promise<number>((resolve, reject) => {
      child.once("error", (error: NodeJS.ErrnoException) => {
        reject(notStarted(name, error));
      });
      child.once("exit", (code, signal) => {
        resolve(code ?? 128 + (signal === null ? 0 : constants.signals[signal]));
      });
    });
  } finally {
    stop?.removeEventListener("abort", end);
    for (const { signal, listener } of listeners) process.off(signal, listener);
  }
}

function notStarted(name: string, error: NodeJS.ErrnoException): Error {
  if (error.code === "ENOENT") {
    return new UsageError(`there is no command ${name} on PATH: install it, or give its path after --.`, {
      cause: error,
    });
  }
  if (error.code === "EACCES") {
    return new UsageError(`${name} cannot be run: it is not executable.`, { cause: error });
  }
  return error;
}
