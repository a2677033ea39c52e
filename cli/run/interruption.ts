const signals = ["SIGINT", "SIGTERM", "SIGHUP"] as const;

/**
 * Holds signals back while there is something to clean up. The work between asks `check` whether to go on;
 * `end` lets the process die of the signal after all, so that its caller sees what happened.
 */
export class Interruption {
  #signal: NodeJS.Signals | undefined;
  readonly #listeners = signals.map((signal) => {
    const listener = (): void => {
      this.#signal = signal;
    };
    process.on(signal, listener);
    return { signal, listener };
  });

  /** @throws Error when a signal came. */
  check(): void {
    if (this.#signal !== undefined) throw new Error(`Interrupted by ${this.#signal}.`);
  }

  end(): void {
    for (const { signal, listener } of this.#listeners) process.off(signal, listener);
    if (this.#signal !== undefined) process.kill(process.pid, this.#signal);
  }
}
