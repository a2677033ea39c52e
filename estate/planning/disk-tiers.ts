import type { DiskType } from "../../limits/facts/machine";

/**
 * Sizes of Azure managed disks in GiB and the number that their tiers carry: a disk is billed, and performs,
 * as the smallest tier that holds it. (Azure documentation, "Azure managed disk types": premium SSD P,
 * standard SSD E, standard HDD S. Standard HDDs start at S4.)
 */
const sizes = [
  { number: 1, sizeGiB: 4 },
  { number: 2, sizeGiB: 8 },
  { number: 3, sizeGiB: 16 },
  { number: 4, sizeGiB: 32 },
  { number: 6, sizeGiB: 64 },
  { number: 10, sizeGiB: 128 },
  { number: 15, sizeGiB: 256 },
  { number: 20, sizeGiB: 512 },
  { number: 30, sizeGiB: 1024 },
  { number: 40, sizeGiB: 2048 },
  { number: 50, sizeGiB: 4096 },
  { number: 60, sizeGiB: 8192 },
  { number: 70, sizeGiB: 16384 },
  { number: 80, sizeGiB: 32767 },
] as const;

const letters: Readonly<Partial<Record<DiskType, { readonly letter: string; readonly smallest: number }>>> = {
  "premium-ssd": { letter: "P", smallest: 1 },
  "standard-ssd": { letter: "E", smallest: 1 },
  "standard-hdd": { letter: "S", smallest: 4 },
};

/** Tier of a disk such as `P30`; undefined for a type without tiers, and for a size that no tier holds. */
export function diskTier(type: DiskType, sizeGiB: number): string | undefined {
  const family = letters[type];
  if (family === undefined) return undefined;
  const tier = sizes.find((size) => size.number >= family.smallest && sizeGiB <= size.sizeGiB);
  return tier === undefined ? undefined : `${family.letter}${tier.number}`;
}
