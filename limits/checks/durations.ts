import type { Limit } from "../matrix/schema";
import { numberOf } from "../rules/rule";

const minutesPer: Readonly<Record<string, number>> = { minutes: 1, hours: 60, days: 24 * 60 };

/** A limit's value in minutes. @throws TypeError for a unit that is no duration: a fault of ours. */
export function minutesOf(limit: Limit): number {
  return numberOf(limit) * minutesIn(limit);
}

/** How many minutes one unit of the limit has. */
export function minutesIn(limit: Limit): number {
  const factor = minutesPer[limit.unit ?? ""];
  if (factor === undefined)
    throw new TypeError(`${limit.id} (${limit.edition}): ${String(limit.unit)} is no duration`);
  return factor;
}
