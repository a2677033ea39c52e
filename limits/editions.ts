/**
 * Editions: dated states of the Site Recovery documentation. A pinned edition never changes what it
 * decides (except for an erratum listed in the changelog); `current` follows the newest documents.
 */
export const editions = ["2016-12", "2019-05", "current"] as const;

export type Edition = (typeof editions)[number];

/** The edition used when a caller names none. */
export const defaultEdition: Edition = "current";

export function isEdition(value: unknown): value is Edition {
  return typeof value === "string" && (editions as readonly string[]).includes(value);
}
