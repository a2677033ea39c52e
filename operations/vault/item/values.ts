/** Readings of the service's values, which write one thing in several ways. */
import { normalizeRegion } from "../../../limits/facts/region";

/** A text that says something: the service writes `""`, `null` and left-out alike. */
export function textOf(value: string | null | undefined): string | undefined {
  return value === undefined || value === null || value.trim() === "" ? undefined : value;
}

/** A text, or `null` where the service clearly has none. */
export function textOrNone(value: string | null | undefined): string | null {
  return textOf(value) ?? null;
}

/** A time; the service's stand-ins for "never" (years 1, 1601 and 1753) and for "no end" (9999) are none. */
export function timeOf(value: Date | string | null | undefined): Date | undefined {
  if (value === undefined || value === null) return undefined;
  const time = new Date(value);
  const year = time.getUTCFullYear();
  return Number.isNaN(year) || year < firstYear || year >= endlessYear ? undefined : time;
}

const firstYear = 2000;
const endlessYear = 9999;

/** `"true"`, `"True"`, `true`, `"yes"`; undefined for anything that is neither yes nor no. */
export function flagOf(value: string | boolean | null | undefined): boolean | undefined {
  if (typeof value === "boolean") return value;
  const text = textOf(value)?.toLowerCase();
  if (text === "true" || text === "yes") return true;
  return text === "false" || text === "no" ? false : undefined;
}

/** The family an operating-system type of the service names. */
export function osFamilyOf(value: string | null | undefined): "windows" | "linux" | "other" | undefined {
  const text = textOf(value)?.toLowerCase();
  if (text === undefined || text === "unknown" || text === "notspecified") return undefined;
  return text.startsWith("windows") ? "windows" : text.startsWith("linux") ? "linux" : "other";
}

const bytesPerGiB = 1024 ** 3;

export function gibibytesOf(bytes: number | null | undefined): number | undefined {
  return typeof bytes === "number" && bytes > 0 ? bytes / bytesPerGiB : undefined;
}

const mebibytesPerGiB = 1024;

/** A size that the service writes as text, in megabytes. */
export function gibibytesOfMegabytes(text: string | null | undefined): number | undefined {
  const size = Number(textOf(text));
  return Number.isFinite(size) && size > 0 ? size / mebibytesPerGiB : undefined;
}

export function regionOf(value: string | null | undefined): string | undefined {
  const text = textOf(value);
  return text === undefined ? undefined : normalizeRegion(text);
}

export function firmwareOf(value: string | null | undefined): "bios" | "uefi" | undefined {
  const text = textOf(value)?.toLowerCase();
  return text === "bios" ? "bios" : text === "uefi" || text === "efi" ? "uefi" : undefined;
}

/** A count; the service writes 0 for one that it does not know. */
export function positive(value: number | null | undefined): number | undefined {
  return typeof value === "number" && value > 0 ? value : undefined;
}
