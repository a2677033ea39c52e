/**
 * Changes that replicate over a line of fixed bandwidth, as a queue: what an interval writes beyond what the line
 * carries waits, and the recovery point is as old as the waiting data takes to drain. All rates in MB/s.
 */
export interface ChurnIntervals {
  /** Rate of every interval, in order. */
  readonly rates: readonly number[];
  readonly secondsPerInterval: number;
}

/** Age of the recovery point in seconds at the end of every interval; Infinity where nothing drains. */
export function recoveryPointAges(
  { rates, secondsPerInterval }: ChurnIntervals,
  bandwidthMBps: number,
): readonly number[] {
  let waitingMB = 0;
  return rates.map((rate) => {
    waitingMB = Math.max(0, waitingMB + (rate - bandwidthMBps) * secondsPerInterval);
    return waitingMB === 0 ? 0 : waitingMB / bandwidthMBps;
  });
}

/** Share of the intervals, 0 to 1, in which the objective is met. */
export function shareMet(intervals: ChurnIntervals, bandwidthMBps: number, rpoSeconds: number): number {
  const ages = recoveryPointAges(intervals, bandwidthMBps);
  return ages.filter((age) => age <= rpoSeconds).length / ages.length;
}

/** Halvings of a search; after them the bounds are as near as numbers get. */
const halvings = 60;

/** The smallest bandwidth with which the objective is met in that share of the intervals, 0 to 1. */
export function smallestBandwidth(intervals: ChurnIntervals, rpoSeconds: number, share: number): number {
  if (shareMet(intervals, 0, rpoSeconds) >= share) return 0;
  let low = 0;
  // With the highest rate as bandwidth nothing ever waits.
  let high = Math.max(...intervalMaxima(intervals.rates));
  for (let step = 0; step < halvings; step += 1) {
    const middle = (low + high) / 2;
    if (shareMet(intervals, middle, rpoSeconds) >= share) high = middle;
    else low = middle;
  }
  return high;
}

/** The objective in seconds that is met in that share of the intervals, 0 to 1; Infinity where none is. */
export function achievableRpo(intervals: ChurnIntervals, bandwidthMBps: number, share: number): number {
  const ages = recoveryPointAges(intervals, bandwidthMBps).toSorted((a, b) => a - b);
  return ages[Math.max(Math.ceil(share * ages.length) - 1, 0)] ?? Infinity;
}

/** Runs of intervals in which the objective is missed, and the oldest recovery point in seconds. */
export function violationsOf(
  intervals: ChurnIntervals,
  bandwidthMBps: number,
  rpoSeconds: number,
): { readonly runs: number; readonly intervals: number; readonly oldestSeconds: number } {
  const ages = recoveryPointAges(intervals, bandwidthMBps);
  let runs = 0;
  let missed = 0;
  let oldestSeconds = 0;
  let before = false;
  for (const age of ages) {
    const now = age > rpoSeconds;
    if (now && !before) runs += 1;
    if (now) missed += 1;
    oldestSeconds = Math.max(oldestSeconds, age);
    before = now;
  }
  return { runs, intervals: missed, oldestSeconds };
}

/** Maxima of parts: a month of minutes is more than a call takes as arguments. */
function intervalMaxima(rates: readonly number[]): readonly number[] {
  const part = 10_000;
  const maxima = [0];
  for (let start = 0; start < rates.length; start += part) {
    maxima.push(Math.max(...rates.slice(start, start + part)));
  }
  return maxima;
}
