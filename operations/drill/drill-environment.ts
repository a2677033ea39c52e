import type { AzureConnection } from "../../azure/connection";

/** Time as a drill sees it: milliseconds since the epoch, and a wait that a signal cuts short. */
export interface DrillClock {
  readonly now: () => number;
  /** Resolves after the time, or as soon as the signal says stop; never rejects. */
  readonly wait: (milliseconds: number, signal?: AbortSignal) => Promise<void>;
}

/** What a drill needs of the outside. */
export interface DrillEnvironment {
  readonly connection: AzureConnection;
  readonly clock: DrillClock;
  /** Told in a line what happens, as it happens. */
  readonly onProgress: (line: string) => void;
  /** Aborted: the drill stops where it is and cleans up. */
  readonly signal?: AbortSignal;
}

/** The clock on the wall. */
export const wallClock: DrillClock = {
  now: () => Date.now(),
  wait: (milliseconds, signal) =>
    new Promise((resolve) => {
      if (signal?.aborted) {
        resolve();
        return;
      }
      const timer = setTimeout(done, milliseconds);
      signal?.addEventListener("abort", done, { once: true });
      function done(): void {
        clearTimeout(timer);
        signal?.removeEventListener("abort", done);
        resolve();
      }
    }),
};

/** ISO 8601 in UTC. */
export function isoTime(milliseconds: number): string {
  return new Date(milliseconds).toISOString();
}
