import { printable } from "../reports/printable-text";

/** Says on stderr what is being done and how long the whole has taken so far. */
export class Progress {
  readonly #start = performance.now();

  step(text: string): void {
    process.stderr.write(`[${this.seconds.toFixed(1).padStart(5)} s] ${printable(text)}\n`);
  }

  get seconds(): number {
    return (performance.now() - this.#start) / 1000;
  }
}
