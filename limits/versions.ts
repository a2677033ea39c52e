import { knownString } from "./facts/known";

/** The numbers of a dotted version: `9.24` is `[9, 24]`. Versions are no decimals: 9.10 is above 9.9. */
export type Version = readonly number[];

/** Numbers separated by dots, at least one; undefined for anything else. */
export function parseVersion(text: unknown): Version | undefined {
  const known = knownString(text);
  if (known === undefined || !/^\d{1,9}(\.\d{1,9})*$/.test(known)) return undefined;
  return known.split(".").map(Number);
}

/**
 * Orders versions number by number; numbers that are absent count as zero, so `7` and `7.0` are equal.
 * A total order: of two versions one is above the other or they are equal, and order carries over.
 */
export function compareVersions(a: Version, b: Version): number {
  const length = Math.max(a.length, b.length);
  for (let index = 0; index < length; index += 1) {
    const difference = (a[index] ?? 0) - (b[index] ?? 0);
    if (difference !== 0) return Math.sign(difference);
  }
  return 0;
}

/** Whether a version is of the given line: `9.24.5211.1` is of `9.24`, and `9.24` of itself. */
export function isOfLine(version: Version, line: Version): boolean {
  return line.every((number, index) => version[index] === number);
}
