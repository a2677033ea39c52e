import { exitCodes } from "../exit-codes";

export interface Interruption {
  /** Aborted by the first Ctrl+C, or a polite end of the process. */
  readonly signal: AbortSignal;
  /** Gives the signals back. */
  readonly end: () => void;
}

/** The first signal stops in good order, the second at once. */
export function onInterrupt(first: string, second: string): Interruption {
  const controller = new AbortController();
  const stop = (): void => {
    if (controller.signal.aborted) {
      process.stderr.write(`${second}\n`);
      process.exit(exitCodes.findings);
    }
    process.stderr.write(`${first}\n`);
    controller.abort();
  };
  process.on("SIGINT", stop);
  process.on("SIGTERM", stop);
  return {
    signal: controller.signal,
    end: () => {
      process.off("SIGINT", stop);
      process.off("SIGTERM", stop);
    },
  };
}
