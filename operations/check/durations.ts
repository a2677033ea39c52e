const msPerMinute = 60_000;
const msPerHour = 60 * msPerMinute;
const msPerDay = 24 * msPerHour;

export function minutesBetween(earlier: Date, later: Date): number {
  return (later.getTime() - earlier.getTime()) / msPerMinute;
}

export function hoursBetween(earlier: Date, later: Date): number {
  return (later.getTime() - earlier.getTime()) / msPerHour;
}

/** Whole days, as people count an age. */
export function daysBetween(earlier: Date, later: Date): number {
  return Math.floor((later.getTime() - earlier.getTime()) / msPerDay);
}

/** `42 minutes`, `7 hours`, `12 days`: the coarsest unit that still says how long. */
export function durationText(minutes: number): string {
  const hour = 60;
  const day = 24 * hour;
  if (minutes < 2 * hour) return unit(Math.round(minutes), "minute");
  if (minutes < 2 * day) return unit(Math.round(minutes / hour), "hour");
  return unit(Math.floor(minutes / day), "day");
}

/** ISO date. */
export function dateText(date: Date): string {
  return date.toISOString().slice(0, "yyyy-mm-dd".length);
}

function unit(count: number, name: string): string {
  return `${count} ${name}${count === 1 ? "" : "s"}`;
}
