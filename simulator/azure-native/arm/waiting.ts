import { setTimeout as delay } from "node:timers/promises";
import type { IncomingHttpHeaders } from "node:http";

/** Waits that many milliseconds, or rejects at once when the signal is aborted. */
export type Wait = (milliseconds: number, signal: AbortSignal) => Promise<void>;

export const wait: Wait = async (milliseconds, signal) => {
  await delay(milliseconds, undefined, { signal });
};

/** What the service asks to wait, in milliseconds; `Retry-After` holds seconds or a date. */
export function retryAfterInMilliseconds(headers: IncomingHttpHeaders): number | undefined {
  const value = headers["retry-after"];
  if (value === undefined) return undefined;
  if (/^\d+(\.\d+)?$/.test(value)) return Number(value) * 1000;
  const until = Date.parse(value);
  return Number.isNaN(until) ? undefined : Math.max(0, until - Date.now());
}

/** Doubling pauses between 100 ms and 5 s, for services that do not say how long to wait. */
export function pauseInMilliseconds(attempt: number): number {
  return Math.min(5000, 100 * 2 ** attempt);
}
