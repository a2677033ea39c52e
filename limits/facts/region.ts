/**
 * The short form in which regions compare: `South India`, `southindia` and `SOUTH INDIA` are one region.
 *
 * @example
 * normalizeRegion("West Europe"); // "westeurope"
 */
export function normalizeRegion(region: string): string {
  return region.toLowerCase().replace(/[^a-z0-9]/g, "");
}
