import { printable } from "../reports/printable-text";

/** Nothing is said before a person begins to wonder, and not more often than they can read. */
const firstAfterMs = 1000;
const thenEveryMs = 1000;

/** Progress on stderr for work of unknown length: silent where it is short. */
export class Ticker {
  #next = performance.now() + firstAfterMs;
  #said = false;

  tick(text: string): void {
    const now = performance.now();
    if (now < this.#next) return;
    this.#next = now + thenEveryMs;
    this.#said = true;
    const line = printable(text);
    // On a terminal the line is written over; elsewhere each is a line of a log.
    process.stderr.write(process.stderr.isTTY ? `\r\u001b[K${line}` : `${line}\n`);
  }

  /** Leaves the terminal's line. */
  end(): void {
    if (this.#said && process.stderr.isTTY) process.stderr.write("\r\u001b[K");
  }
}
