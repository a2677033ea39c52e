/**
 * The simulator's own time. Nothing waits: polling an operation moves the clock on, as the recorded client's
 * thirty seconds between polls did, and tests move it by hand.
 */
export class SimulatedClock {
  #nowInMilliseconds: number;

  constructor(startsAt: Date) {
    this.#nowInMilliseconds = startsAt.getTime();
  }

  /** The simulated time. */
  now(): Date {
    return new Date(this.#nowInMilliseconds);
  }

  /** Moves the clock forward; a clock never runs backwards. */
  advance(seconds: number): void {
    if (!(seconds >= 0)) throw new RangeError(`A clock cannot be advanced by ${seconds} seconds.`);
    this.#nowInMilliseconds += seconds * 1000;
  }
}

/** A time as most Azure services print it, with seven digits of fraction. */
export function azureTimestamp(time: Date): string {
  return time.toISOString().replace(/\.(\d{3})Z$/, ".$10000Z");
}
